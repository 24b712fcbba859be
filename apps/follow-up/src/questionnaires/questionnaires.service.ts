import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { QuestionnaireEntity } from './questionnaire.entity.js';

export interface QuestionnaireVersion {
  code: string;
  version: number;
}

/** What is asked, as those who ask or take answers read it. */
@Injectable()
export class Questionnaires {
  /** What was published never changes, and a retired one stays so. */
  private readonly retired = new Map<string, QuestionnaireEntity>();

  /** One version, in whatever state. @throws Problem 404 */
  async version(tx: EntityManager, { code, version }: QuestionnaireVersion): Promise<QuestionnaireEntity> {
    const key = `${code} ${version}`;
    const known = this.retired.get(key);
    if (known) return known;
    const found = await tx.findOneBy(QuestionnaireEntity, { code, version });
    if (!found) throw Problem.notFound('questionnaire', key);
    if (found.status === 'retired') this.retired.set(key, found);
    return found;
  }

  /** The version that is asked now, or undefined when none is published. */
  async published(tx: EntityManager, code: string): Promise<QuestionnaireEntity | undefined> {
    return (await tx.findOneBy(QuestionnaireEntity, { code, status: 'published' })) ?? undefined;
  }

  /** The version that was asked last, retired since. */
  async lastAsked(tx: EntityManager, code: string): Promise<QuestionnaireEntity | undefined> {
    const [last] = await tx.find(QuestionnaireEntity, {
      where: { code, status: 'retired' },
      order: { version: 'DESC' },
      take: 1,
    });
    return last;
  }

  /** Whether a task may ask it: the version given, unless it is a draft, or else the one that is published. */
  async canBeAsked(tx: EntityManager, { code, version }: { code: string; version?: number }): Promise<boolean> {
    const asked = version === undefined ? { status: 'published' as const } : { version, status: Not('draft' as const) };
    return tx.existsBy(QuestionnaireEntity, { code, ...asked });
  }
}
