import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { Band } from '../calls/call-times.rules.js';
import type { Nurse } from './nurse.js';
import { CALLS, DAY, IS_URGENT, isFree, NURSE, RANK, READY, SKILL, type Opening } from './queue.sql.js';

/** One look at the queue. */
export interface Look {
  nurse: Nurse;
  now: Date;
  opening: Opening;
  /** The night desk's: by day its urgent calls are everybody's. Empty when there is none, or it is night. */
  nightSkill: string;
}

/** A task on top of the queue, locked. */
export interface WaitingTask {
  id: string;
  patientId: string;
  isUrgent: boolean;
  isPromised: boolean;
  avoidBand: Band | null;
  lapsesOn: Day | null;
}

/** The columns of a `WaitingTask`. */
export const WAITING = `
  task.id, task.patient_id AS "patientId", task.avoid_band AS "avoidBand", task.lapses_on::text AS "lapsesOn",
         task.promised_at IS NOT NULL AS "isPromised", ${IS_URGENT} AS "isUrgent"`;

/** More than are locked by others in one moment; when it was too few, the next look reads more. */
const CANDIDATES = [16, 256, 4096];

/** The last rank of a queue that is read, and whether all of that goes out: promised calls have the rank of urgent ones. */
const READS: Record<Opening, { rank: number; urgentOnly: boolean }> = {
  all: { rank: 1, urgentOnly: false },
  promised: { rank: 0, urgentOnly: false },
  urgent: { rank: 0, urgentOnly: true },
};

/**
 * The queue is many queues in one index: of each nurse and of nobody, by skill. The top of those that concern the nurse
 * are read and the first of them that nobody holds is locked: what only others may do is never read, and of what they
 * hold no more than they have in hand.
 */
export function topOf(count: number, givenBackToo = false): string {
  return `
  SELECT ${WAITING}
    FROM (SELECT top.*
            FROM unnest($1::text[], $2::text[], $5::integer[], $6::boolean[]) AS queue (nurse, skill, rank, urgent_only)
            CROSS JOIN LATERAL (
              SELECT id, ${RANK} AS rank, ${DAY} AS day, ${READY} AS ready FROM task
               WHERE ${CALLS} AND ${isFree('$3')} AND ${NURSE} = queue.nurse AND ${SKILL} = queue.skill
                 AND ${READY} <= $3 AND ${RANK} <= queue.rank AND (NOT queue.urgent_only OR ${IS_URGENT})
               ORDER BY ${RANK}, ${DAY}, ${READY}, id LIMIT ${count}) AS top) AS waiting
    JOIN task ON task.id = waiting.id
   WHERE task.status = 'open' AND ${isFree('$3')}
     AND (${givenBackToo} OR task.given_back_by IS DISTINCT FROM $4) AND coalesce(task.assigned_to, $4) = $4 AND ${READY} <= $3
   ORDER BY waiting.rank, waiting.day, waiting.ready, task.id
   LIMIT 1 FOR UPDATE OF task SKIP LOCKED`;
}

/**
 * Locks the task that this nurse should do now; undefined when there is none for her. What she gave back herself comes
 * last, when nothing else waits for her: there may be nobody else who could take it.
 */
export async function topForNurse(tx: EntityManager, look: Look): Promise<WaitingTask | undefined> {
  return (await topmost(tx, look, false)) ?? topmost(tx, look, true);
}

/** Of this nurse's and of nobody's, by skill; of the night desk's the urgent part, which is an end of its own in the index. */
function queuesOf({ nurse: { accountId, skills }, opening, nightSkill }: Look) {
  const queues = ['', ...skills].flatMap((skill) => [
    { owner: accountId, skill, ...READS[opening] },
    { owner: '', skill, ...READS[opening] },
  ]);
  if (nightSkill === '' || skills.includes(nightSkill)) return queues;
  return [...queues, { owner: '', skill: nightSkill, ...READS.urgent }];
}

async function topmost(tx: EntityManager, look: Look, givenBackToo: boolean) {
  const { nurse, now } = look;
  const queues = queuesOf(look);
  for (const count of CANDIDATES) {
    const name = `desk.top.${count}.${givenBackToo}`;
    const [task] = await prepared<WaitingTask>(tx, name, topOf(count, givenBackToo), [
      queues.map(({ owner }) => owner),
      queues.map(({ skill }) => skill),
      now,
      nurse.accountId,
      queues.map(({ rank }) => rank),
      queues.map(({ urgentOnly }) => urgentOnly),
    ]);
    if (task) return task;
  }
  return undefined;
}
