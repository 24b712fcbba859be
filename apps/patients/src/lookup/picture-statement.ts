import { bindTo, JointRead, ListQuery, ListReading, type List, type ReadPart, type Rows } from '#platform';
import type { DataSource } from 'typeorm';
import { COMMUNITIES_OF_RECORDS, type JoinedRow } from '../communities/communities-of.js';
import { OPEN_TICKETS_OF_RECORDS, type OpenTicketRow } from '../contacts/open-tickets.js';
import { WORDS_OF_RECORDS, type StandingWord } from '../decisions/decisions.queries.js';
import type { ShownEncounter } from '../encounters/encounters.queries.js';
import { ENCOUNTERS } from '../encounters/encounters.list.js';
import { FACT_PARTS, type FactRows } from '../facts/facts.queries.js';
import { MEDICATIONS } from '../medications/medications.list.js';
import { medicationsSql, MOMENTS, type MedicationRow } from '../medications/medications.queries.js';
import type { PatientPromise } from '../promises/promise.entity.js';
import { PROMISES } from '../promises/promises.list.js';
import { RESULTS } from '../results/results.list.js';
import { resultsSql, type ResultRow } from '../results/results.queries.js';
import { TIMELINE } from '../timeline/timeline.list.js';
import { timelineStatement, type TimelineRow } from '../timeline/timeline.queries.js';

export interface OpenTask {
  taskId: string;
  step: string | null;
  at: Date;
}

interface PictureRows extends FactRows {
  decisions: StandingWord;
  promises: PatientPromise;
  tasks: OpenTask;
  encounters: ShownEncounter;
  timeline: TimelineRow;
  communities: JoinedRow;
  tickets: OpenTicketRow;
  medications: MedicationRow;
  results: ResultRow;
}

const NEWEST_ENTRIES = 10;
const MOST_PROMISES = 50;
const MOST_DRUGS = 50;
const LAST_VISITS = 5;
const LAST_RESULTS = 5;
const OF_MANY = /= ANY \(\$1::uuid\[\]\)/g;
/** Of an array the planner expects ten ids, and would rather plan so many parts anew each time. */
const OF_ONE = '= ($$1::uuid[])[1]';

/** The statement that reads all of the picture: of one record, as nearly everybody has, or of several. */
export class PictureStatement {
  private readonly read: JointRead<PictureRows>;
  /** What the lists are narrowed by, behind the records and the moment. */
  private readonly bound: unknown[];

  constructor({ isOneRecord, seesSensitive }: { isOneRecord: boolean; seesSensitive: boolean }) {
    const values: unknown[] = [null, null];
    const parts = partsOf(bindTo(values), seesSensitive);
    this.bound = values.slice(2);
    const variant = `${isOneRecord ? 'one' : 'many'}.${seesSensitive ? 'whole' : 'shown'}`;
    this.read = new JointRead<PictureRows>(`patients.picture.${variant}`, isOneRecord ? ofOne(parts) : parts);
  }

  rows(source: DataSource, records: string[], now: Date): Promise<Rows<PictureRows>> {
    return this.read.rows(source, [records, now, ...this.bound]);
  }
}

type Parts = Record<keyof PictureRows, ReadPart>;

function ofOne(parts: Parts): Parts {
  const changed = Object.entries(parts).map(([name, part]) => [
    name,
    { ...part, sql: part.sql.replaceAll(OF_MANY, OF_ONE) },
  ]);
  return Object.fromEntries(changed) as Parts;
}

function partsOf(bind: ReturnType<typeof bindTo>, seesSensitive: boolean): Parts {
  const current = reading(MEDICATIONS, MOST_DRUGS, 'current eq true');
  const abnormal = reading(RESULTS, LAST_RESULTS, `abnormality in ('abnormal', 'critical') and status ne 'withdrawn'`);
  return {
    ...FACT_PARTS,
    decisions: WORDS_OF_RECORDS,
    promises: OPEN_PROMISES,
    tasks: OPEN_TASK,
    encounters: ENCOUNTERS_SHOWN,
    timeline: {
      sql: timelineStatement(reading(TIMELINE, NEWEST_ENTRIES), [], {}, seesSensitive).sql,
      instants: ['at'],
    },
    communities: COMMUNITIES_OF_RECORDS,
    tickets: OPEN_TICKETS_OF_RECORDS,
    medications: { sql: medicationsSql(current, bind, seesSensitive), instants: MOMENTS },
    results: { sql: resultsSql(abnormal, bind, seesSensitive), instants: ['observedAt', 'reportedAt'] },
  };
}

/** No page is shown whose end has to be known: one row less is read than a page reads. */
function reading(list: List, most: number, filter?: string): ListReading {
  const query = Object.assign(new ListQuery(), { limit: most - 1, ...(filter === undefined ? {} : { filter }) });
  return new ListReading(list, query);
}

const OPEN_PROMISES: ReadPart = {
  sql: `SELECT id, person_id AS "personId", text, due_on AS "dueOn", made_at AS "madeAt", made_by AS "madeBy",
               kept_at AS "keptAt", kept_by AS "keptBy"
          FROM promise WHERE person_id = ANY ($1::uuid[]) AND kept_at IS NULL
         ORDER BY ${reading(PROMISES, MOST_PROMISES).orderBy} LIMIT ${MOST_PROMISES}`,
  instants: ['madeAt'],
};

const ENCOUNTERS_SHOWN: ReadPart = {
  sql: `SELECT id, patient_id AS "patientId", partner, visit_number AS "visitNumber", class, status,
               department_code AS "departmentCode", department_name AS "departmentName", ward, bed,
               doctor_code AS "doctorCode", doctor_name AS "doctorName", disposition, diagnoses, procedures,
               admitted_at AS "admittedAt", discharged_at AS "dischargedAt", discharge_number AS "dischargeNumber",
               updated_at AS "updatedAt"
          FROM encounter WHERE patient_id = ANY ($1::uuid[])
         ORDER BY ${reading(ENCOUNTERS, LAST_VISITS).orderBy} LIMIT ${LAST_VISITS}`,
  instants: ['admittedAt', 'dischargedAt', 'updatedAt'],
};

/** A task that was opened, and neither done, lapsed or cancelled, nor ended with its plan. */
const OPEN_TASK: ReadPart = {
  sql: `
  SELECT opened.subject_id AS "taskId", opened.step, opened.at FROM contact opened
   WHERE opened.person_id = ANY ($1::uuid[]) AND opened.what = 'follow-up.task.opened'
     AND NOT EXISTS (SELECT FROM contact later WHERE later.person_id = ANY ($1::uuid[])
       AND later.subject_id = opened.subject_id AND later.what <> 'follow-up.task.opened')
     AND NOT EXISTS (SELECT FROM contact ended WHERE ended.person_id = ANY ($1::uuid[])
       AND ended.subject_id = opened.parent_id AND ended.what = 'follow-up.plan.ended')
   ORDER BY opened.at LIMIT 1`,
  instants: ['at'],
};
