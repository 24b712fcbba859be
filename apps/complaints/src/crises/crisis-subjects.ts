import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ClockSubjects, type ClockSubject, type ClockSubjectSource } from '../escalation/clock-subjects.js';
import { TEAM_TARGETS } from './crisis-notices.js';
import { Crisis } from './crisis.entity.js';

const LONGEST_TITLE = 36;

/** Crises, as the team reads them whose two hours pass (CP-6). */
@Injectable()
export class CrisisSubjects implements ClockSubjectSource, OnModuleInit {
  readonly type = 'crisis';

  constructor(private readonly subjects: ClockSubjects) {}

  onModuleInit(): void {
    this.subjects.add(this);
  }

  async describe(tx: EntityManager, ids: readonly string[]): Promise<ClockSubject[]> {
    const crises = await tx.findBy(Crisis, { id: In([...ids]) });
    return crises.map(({ id, title }) => {
      const short = [...title].slice(0, LONGEST_TITLE).join('');
      const names = { nameZh: `危机${short}`, nameEn: `crisis ${short}` };
      const team = { holders: TEAM_TARGETS, desk: TEAM_TARGETS, watchers: [] };
      return { id, ...names, link: `/complaints/crises/${id}`, isRed: true, departmentCode: null, ...team };
    });
  }
}
