import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClockSubjects, type ClockSubject, type ClockSubjectSource } from '../escalation/clock-subjects.js';

interface Row {
  id: string;
  nameZh: string;
  nameEn: string;
}

const REVIEWS = `
  SELECT review.id, left(platform.name_zh, 30) AS "nameZh", left(platform.name_en, 60) AS "nameEn"
    FROM review JOIN review_platform platform ON platform.code = review.platform
   WHERE review.id = ANY ($1::uuid[])`;

/** Reviews, as those read them who are told that nobody has answered (CP-6): the centre, at any hour. */
@Injectable()
export class ReviewSubjects implements ClockSubjectSource, OnModuleInit {
  readonly type = 'review';

  constructor(private readonly subjects: ClockSubjects) {}

  onModuleInit(): void {
    this.subjects.add(this);
  }

  async describe(tx: EntityManager, ids: readonly string[]): Promise<ClockSubject[]> {
    const rows: Row[] = await tx.query(REVIEWS, [ids]);
    return rows.map(({ id, nameZh, nameEn }) => ({
      ...{ id, nameZh: `${nameZh}差评`, nameEn: `bad review on ${nameEn}`, link: `/complaints/reviews/${id}` },
      ...{ isRed: true, departmentCode: null, holders: [], desk: [{ role: 'centre-manager' as const }], watchers: [] },
    }));
  }
}
