import { Clock, isUniqueViolation, listPage, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import type { Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PAIN_SCORE } from '../green-channel/green-channel.rules.js';
import { faultsOfDefinition } from './definition.rules.js';
import { painScoreFaults } from './pain-score.rules.js';
import { QuestionnaireEntity } from './questionnaire.entity.js';
import type { QuestionnaireDefinition } from './questionnaire.rules.js';
import type { NewDraft, QuestionnairesQuery, QuestionnaireSummary, QuestionnaireView } from './questionnaires.dto.js';
import { QUESTIONNAIRES } from './questionnaires.list.js';
import type { QuestionnaireVersion } from './questionnaires.service.js';

type Changes = Partial<QuestionnaireEntity>;

/** Drafts, publishes and retires questionnaires (FU-8). What was published never changes: a new version replaces it. */
@Injectable()
export class QuestionnaireEditor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: QuestionnairesQuery): Promise<Page<QuestionnaireSummary>> {
    const select = this.source.manager.createQueryBuilder(QuestionnaireEntity, 'questionnaire');
    const page = await listPage(select, QUESTIONNAIRES, query);
    return { ...page, items: page.items.map(summaryOf) };
  }

  /** @throws Problem 404 */
  async read({ code, version }: QuestionnaireVersion): Promise<QuestionnaireView> {
    const found = await this.source.manager.findOneBy(QuestionnaireEntity, { code, version });
    if (!found) throw Problem.notFound('questionnaire', `${code} ${version}`);
    return viewOf(found);
  }

  /** Begins the next version of a code. @throws Problem 400 with JSON pointers; 409 while there is a draft of it. */
  async draft({ code, definition: given }: NewDraft): Promise<QuestionnaireView> {
    const definition = checked(given);
    try {
      return await transact(this.source, (tx) => this.insert(tx, code, definition));
    } catch (error) {
      if (isUniqueViolation(error)) throw Problem.conflict('draft-exists', { code });
      throw error;
    }
  }

  /** @throws Problem 400 with JSON pointers; 404; 409 when it is no draft; 412 when it changed since. */
  change(which: QuestionnaireVersion, revision: number, given: object): Promise<QuestionnaireView> {
    const definition = checked(given);
    return transact(this.source, async (tx) => {
      const draft = await lock(tx, which);
      if (draft.status !== 'draft') throw notAs(draft);
      requireVersion(draft.revision, revision);
      const { titleZh, titleEn } = definition;
      return save(tx, draft, { definition, titleZh, titleEn });
    });
  }

  /** Asks this version from now on, and the one before it of nobody new. @throws Problem as `change` */
  publish(which: QuestionnaireVersion, revision: number): Promise<QuestionnaireView> {
    const now = this.clock.now();
    return transact(this.source, async (tx) => {
      // The whole code first, so that of two drafts' editors one is second.
      const versions = await tx.find(QuestionnaireEntity, {
        where: { code: which.code },
        order: { version: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const draft = versions.find(({ version }) => version === which.version);
      if (!draft) throw Problem.notFound('questionnaire', `${which.code} ${which.version}`);
      if (draft.status !== 'draft') throw notAs(draft);
      requireVersion(draft.revision, revision);
      requireScale(draft);
      const former = versions.find(({ status }) => status === 'published');
      if (former) await save(tx, former, { status: 'retired', retiredAt: now });
      return save(tx, draft, { status: 'published', publishedAt: now });
    });
  }

  /**
   * Asks it of nobody new; what was asked by it can still be answered. The pain score is always asked: only its next
   * version retires it. @throws Problem as `change`
   */
  async retire(which: QuestionnaireVersion, revision: number): Promise<QuestionnaireView> {
    const now = this.clock.now();
    if (which.code === PAIN_SCORE) throw Problem.conflict('questionnaire-needed', { code: which.code });
    return transact(this.source, async (tx) => {
      const published = await lock(tx, which);
      if (published.status !== 'published') throw notAs(published);
      requireVersion(published.revision, revision);
      return save(tx, published, { status: 'retired', retiredAt: now });
    });
  }

  private async insert(
    tx: EntityManager,
    code: string,
    definition: QuestionnaireDefinition,
  ): Promise<QuestionnaireView> {
    const { titleZh, titleEn } = definition;
    const [last]: { version: number }[] = await tx.query(
      'SELECT coalesce(max(version), 0) AS version FROM questionnaire WHERE code = $1',
      [code],
    );
    const times = { createdAt: this.clock.now(), publishedAt: null, retiredAt: null };
    const version = (last?.version ?? 0) + 1;
    const draft: QuestionnaireEntity = {
      ...times,
      ...{ id: newId(), code, version, titleZh, titleEn, definition, status: 'draft', revision: 1 },
    };
    await tx.insert(QuestionnaireEntity, draft);
    stateChange('questionnaire', `${code} ${version}`, null, viewOf(draft));
    return viewOf(draft);
  }
}

/** @throws Problem 400, each fault with its JSON pointer into the request */
function checked(definition: object): QuestionnaireDefinition {
  const faults = faultsOfDefinition(definition, '/definition');
  if (faults.length > 0) throw Problem.invalid(faults);
  return definition as QuestionnaireDefinition;
}

/** @throws Problem 400 for a pain score whose answers the green channel could not read (FU-4) */
function requireScale({ code, definition }: QuestionnaireEntity): void {
  const faults = code === PAIN_SCORE ? painScoreFaults(definition, '/definition') : [];
  if (faults.length > 0) throw Problem.invalid(faults);
}

async function lock(tx: EntityManager, { code, version }: QuestionnaireVersion): Promise<QuestionnaireEntity> {
  const found = await tx.findOne(QuestionnaireEntity, {
    where: { code, version },
    lock: { mode: 'pessimistic_write' },
  });
  if (!found) throw Problem.notFound('questionnaire', `${code} ${version}`);
  return found;
}

async function save(tx: EntityManager, before: QuestionnaireEntity, changes: Changes): Promise<QuestionnaireView> {
  const { code, version } = before;
  const after = { ...before, ...changes, revision: before.revision + 1 };
  await tx.save(QuestionnaireEntity, after);
  stateChange('questionnaire', `${code} ${version}`, viewOf(before), viewOf(after));
  return viewOf(after);
}

function notAs({ status }: QuestionnaireEntity): Problem {
  return Problem.conflict('questionnaire-status', { status }, { questionnaireStatus: status });
}

function summaryOf(row: QuestionnaireEntity): QuestionnaireSummary {
  const { id, code, version, titleZh, titleEn, status, revision } = row;
  return {
    ...{ id, code, version, titleZh, titleEn, status, revision },
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
  };
}

function viewOf(row: QuestionnaireEntity): QuestionnaireView {
  return { ...summaryOf(row), definition: row.definition };
}
