import type { WinBackOffer, WinBackStep } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { KnownStage } from './lifecycle-facts.js';
import type { WinBack } from './win-back.entity.js';

export interface SettledStage {
  id: string;
  /** As it was before. */
  known: KnownStage;
  stage: KnownStage;
  /** When to look again. */
  dueAt: Date | null;
}

export interface MadeStep {
  winBackId: string;
  step: WinBackStep;
  offer: WinBackOffer;
  at: Date;
}

/** Keeps everybody else who writes or settles it waiting. @returns whether the living record ever had a visit */
export async function lockLifecycle(tx: EntityManager, personId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM person_lifecycle WHERE person_id = $1 FOR UPDATE', [personId]);
  return rows.length > 0;
}

/** Who became lost, or is lost no longer, gets or loses the tag by its rule (PT-4), locked in the order tags are. */
export async function writeStages(tx: EntityManager, settled: SettledStage[], now: Date): Promise<void> {
  const rows = settled.map(({ id, stage, dueAt }) => ({ id, stage, due_at: dueAt }));
  await tx.query(WRITE_STAGES, [JSON.stringify(rows)]);
  const turned = settled.filter(({ known, stage }) => (known === 'churned') !== (stage === 'churned'));
  if (turned.length > 0) await tx.query(TAGS_DUE, [turned.map(({ id }) => id), now]);
}

export async function addLadders(tx: EntityManager, ladders: WinBack[]): Promise<void> {
  if (ladders.length > 0) await tx.query(ADD_LADDERS, [JSON.stringify(ladders)]);
}

/** Those that end come first: of two that change places only one is open at a time. */
export async function changeLadders(tx: EntityManager, ladders: WinBack[]): Promise<void> {
  const ended = ladders.filter(({ outcome }) => outcome !== null);
  for (const some of [ended, ladders.filter(({ outcome }) => outcome === null)]) {
    if (some.length > 0) await tx.query(CHANGE_LADDERS, [JSON.stringify(some)]);
  }
}

export async function addSteps(tx: EntityManager, steps: MadeStep[]): Promise<void> {
  if (steps.length > 0) await tx.query(ADD_STEPS, [JSON.stringify(steps)]);
}

const WRITE_STAGES = `
  UPDATE person_lifecycle l SET stage = s.stage, due_at = s.due_at
    FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, stage text, due_at timestamptz) WHERE l.person_id = s.id`;

const TAGS_DUE = `
  UPDATE person_tagging SET due_at = least(due_at, $2::timestamptz)
   WHERE person_id IN (
     SELECT person_id FROM person_tagging WHERE person_id = ANY ($1::uuid[]) ORDER BY person_id FOR UPDATE)`;

const ADD_LADDERS = `
  INSERT INTO win_back (id, person_id, started_at, visit_id, absent_since, step, step_at, next_at)
  SELECT id, "personId", "startedAt", "visitId", "absentSince", step, "stepAt", "nextAt"
    FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "personId" uuid, "startedAt" timestamptz, "visitId" uuid,
      "absentSince" timestamptz, step int, "stepAt" timestamptz, "nextAt" timestamptz)`;

const CHANGE_LADDERS = `
  UPDATE win_back w SET step = c.step, step_at = c."stepAt", next_at = c."nextAt", outcome = c.outcome,
         ended_at = c."endedAt", returned_at = c."returnedAt"
    FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, step int, "stepAt" timestamptz, "nextAt" timestamptz,
      outcome text, "endedAt" timestamptz, "returnedAt" timestamptz) WHERE w.id = c.id`;

const ADD_STEPS = `
  INSERT INTO win_back_step (win_back_id, step, offer, at)
  SELECT "winBackId", step, offer, at
    FROM jsonb_to_recordset($1::jsonb) AS s ("winBackId" uuid, step int, offer text, at timestamptz)`;
