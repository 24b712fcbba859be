import { ListQuery, prepared, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MembershipCard } from '../cards/card.entity.js';
import { communitiesOf } from '../communities/communities-of.js';
import { DecisionQueries } from '../decisions/decisions.queries.js';
import { EncounterQueries } from '../encounters/encounters.queries.js';
import { FactQueries } from '../facts/facts.queries.js';
import { writtenPlainly } from '../people/national-id.rules.js';
import { PatientQuery } from '../people/patient.dto.js';
import { PeopleQueries } from '../people/people.queries.js';
import { MedicationQueries } from '../medications/medications.queries.js';
import { ResultQueries } from '../results/results.queries.js';
import { Promises } from '../promises/promises.service.js';
import { TimelineQueries } from '../timeline/timeline.queries.js';
import type { LookupAnswer, LookupQuery, NextFollowUp, PatientPicture } from './lookup.dto.js';

const MOST = 20;

/** Everything an agent needs to know of who is calling, in one answer (PT-2). */
@Injectable()
export class LookupQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly facts: FactQueries,
    private readonly decisions: DecisionQueries,
    private readonly encounters: EncounterQueries,
    private readonly promises: Promises,
    private readonly timeline: TimelineQueries,
    private readonly medications: MedicationQueries,
    private readonly results: ResultQueries,
  ) {}

  /** @throws Problem 400 */
  async find(query: LookupQuery): Promise<LookupAnswer> {
    const { phone, nationalId, mrn, cardNo } = query;
    const given = [phone, nationalId, mrn, cardNo].filter((each) => each !== undefined);
    if (given.length !== 1) throw Problem.invalid([{ field: 'phone', code: 'one-of-lookup' }]);
    const { items, nextCursor } = cardNo === undefined ? await this.search(query) : await this.holderOf(cardNo);
    const [only] = items;
    // Who somebody is was found out with the record: nothing below asks for it again.
    const picture = only && items.length === 1 ? await this.pictureOf([only.id, ...only.mergedFrom]) : null;
    return { items, hasMore: nextCursor !== null, picture };
  }

  private search({ phone, nationalId, mrn, issuer }: LookupQuery) {
    const criteria = Object.entries({ phone, nationalId, mrn, issuer }).filter(([, value]) => value !== undefined);
    return this.people.search(Object.assign(new PatientQuery(), Object.fromEntries(criteria), { limit: MOST }));
  }

  private async holderOf(cardNo: string) {
    const number = writtenPlainly(cardNo);
    const card = await this.source.manager.findOneBy(MembershipCard, { number });
    return { items: card ? [await this.people.read(card.personId)] : [], nextCursor: null };
  }

  /** What does not depend on each other is asked at once. */
  private async pictureOf(records: string[]): Promise<PatientPicture> {
    const few = (limit: number, filter?: string) =>
      Object.assign(new ListQuery(), { limit, ...(filter ? { filter } : {}) });
    const [facts, standing, promises, nextFollowUp, encounters, timeline, communities, medications, results] =
      await Promise.all([
        this.facts.ofRecords(records),
        this.decisions.standingOfRecords(records),
        this.promises.ofRecords(records, few(50, 'keptAt eq null')),
        this.nextFollowUp(records),
        this.encounters.ofRecords(records, few(5)),
        this.timeline.latest(records),
        communitiesOf(this.source.manager, records),
        this.medications.ofRecords(records, few(50, 'current eq true')),
        this.results.ofRecords(records, few(5, `abnormality in ('abnormal', 'critical') and status ne 'withdrawn'`)),
      ]);
    const clinical = { currentMedications: medications.items, abnormalResults: results.items };
    const lists = { encounters: encounters.items, timeline, communities };
    return { facts, standing, openPromises: promises.items, nextFollowUp, ...clinical, ...lists };
  }

  private async nextFollowUp(records: string[]): Promise<NextFollowUp | null> {
    const [task] = await prepared<OpenTask>(this.source, 'patients.open-task', OPEN_TASK, [records]);
    return task ? { taskId: task.taskId, step: task.step, openedAt: task.at.toISOString() } : null;
  }
}

interface OpenTask {
  taskId: string;
  step: string | null;
  at: Date;
}

/** A task that was opened, and neither done, lapsed or cancelled, nor ended with its plan. */
const OPEN_TASK = `
  SELECT opened.subject_id AS "taskId", opened.step, opened.at FROM contact opened
   WHERE opened.person_id = ANY ($1::uuid[]) AND opened.what = 'follow-up.task.opened'
     AND NOT EXISTS (SELECT FROM contact later WHERE later.person_id = ANY ($1::uuid[])
       AND later.subject_id = opened.subject_id AND later.what <> 'follow-up.task.opened')
     AND NOT EXISTS (SELECT FROM contact ended WHERE ended.person_id = ANY ($1::uuid[])
       AND ended.subject_id = opened.parent_id AND ended.what = 'follow-up.plan.ended')
   ORDER BY opened.at LIMIT 1`;
