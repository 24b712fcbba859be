import { ComplaintCallEndedV1, type ComplaintCallOutcome, type ComplaintCallRequestedV1 } from '#contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { TaskCancelling } from '../messages/task-cancelling.js';
import { PeopleStore } from '../people/people.store.js';
import type { Effects } from '../plans/chronicle.js';
import type { RecordedResponse, ResponseListener } from '../responses/response-listener.js';
import { NewTasks } from '../tasks/new-tasks.js';
import type { TaskEntity } from '../tasks/task.entity.js';
import { TaskListeners, type TaskListener } from '../tasks/task-listener.js';
import { outcomeOf, verdictOf, type Verdict } from './complaint-call.rules.js';

/** Why the task of a call is cancelled when its complaint is taken up again. */
const TAKEN_UP_AGAIN = 'complaint-reopened';

interface Call {
  id: string;
  ticketId: string;
  patientId: string;
  taskId: string | null;
  verdict: Verdict | null;
  responseId: string | null;
  outcome: ComplaintCallOutcome | 'withdrawn' | null;
}

const COLUMNS = `id, ticket_id AS "ticketId", patient_id AS "patientId", task_id AS "taskId", verdict,
  response_id AS "responseId", outcome`;
const KEEP = `
  INSERT INTO complaint_call (id, ticket_id, patient_id, requested_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (id) DO NOTHING RETURNING ${COLUMNS}`;
const OF_TASK = `SELECT ${COLUMNS} FROM complaint_call WHERE task_id = $1 FOR UPDATE`;
const END = 'UPDATE complaint_call SET outcome = $2, ended_at = $3 WHERE id = $1';

/** Asks complainants whether their complaint was settled well, and tells complaints what they said (CP-4). */
@Injectable()
export class ComplaintCalls implements TaskListener, ResponseListener, OnModuleInit {
  constructor(
    private readonly people: PeopleStore,
    private readonly tasks: NewTasks,
    private readonly cancelling: TaskCancelling,
    private readonly listeners: TaskListeners,
  ) {}

  onModuleInit(): void {
    this.listeners.add(this);
  }

  /** Opens the task, or says at once that nobody may call. Asked for twice, there is one call. */
  async open(tx: EntityManager, asked: ComplaintCallRequestedV1, occasion: Occasion, effects: Effects): Promise<void> {
    const person = await this.people.lock(tx, asked.patientId);
    const values = [asked.callId, asked.ticketId, asked.patientId, new Date(asked.requestedAt)];
    const [call]: Call[] = await tx.query(KEEP, values);
    if (!call) return;
    if (person.deceased || person.barredBy !== null) return end(tx, call, 'unreachable', occasion, effects);
    const { id: taskId } = await this.tasks.open(
      tx,
      {
        ...{ patientId: asked.patientId, encounterId: asked.encounterId ?? null },
        // A survey like others: quiet hours hold it up, and it ends when the patient wants no more calls.
        ...{ kind: 'survey', mode: 'call', step: 'complaint-call', questionnaire: { code: 'complaint-call' } },
        nameZh: `投诉回访 ${asked.ticketNumber}`,
        nameEn: `Call after complaint ${asked.ticketNumber}`,
      },
      occasion,
      effects,
    );
    await tx.query('UPDATE complaint_call SET task_id = $2 WHERE id = $1', [call.id, taskId]);
  }

  /** Of a call that was made nothing changes. Locks the task before the call, as those do who end tasks. */
  async withdraw(tx: EntityManager, callId: string, occasion: Occasion, effects: Effects): Promise<void> {
    const [call]: { taskId: string | null }[] = await tx.query(
      'SELECT task_id AS "taskId" FROM complaint_call WHERE id = $1',
      [callId],
    );
    if (call?.taskId) await this.cancelling.cancel(tx, call.taskId, TAKEN_UP_AGAIN, occasion, effects);
  }

  async onClosed(tx: EntityManager, task: TaskEntity, occasion: Occasion, effects: Effects): Promise<void> {
    if (task.kind !== 'survey') return;
    const call = await ofTask(tx, task.id);
    if (call?.outcome !== null) return;
    if (task.closeReason === TAKEN_UP_AGAIN) await tx.query(END, [call.id, 'withdrawn', occasion.now]);
    else await end(tx, call, outcomeOf(task, call.verdict), occasion, effects);
  }

  /**
   * What was answered counts when the call ends; entered or corrected after that, it is told by itself. Of two answers
   * that were taken down the unhappy one does.
   */
  async onRecorded(
    tx: EntityManager,
    { response, scores, besideTaskId }: RecordedResponse,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const taskId = response.taskId ?? besideTaskId;
    if (taskId === undefined) return;
    const call = await ofTask(tx, taskId);
    const verdict = verdictOf(scores.scores);
    if (!call || verdict === undefined || (besideTaskId !== undefined && verdict === 'satisfied')) return;
    await tx.query('UPDATE complaint_call SET verdict = $2, response_id = $3 WHERE id = $1', [
      call.id,
      verdict,
      response.id,
    ]);
    const isLate = call.outcome !== null && call.outcome !== 'withdrawn' && call.outcome !== verdict;
    if (isLate) await end(tx, { ...call, responseId: response.id }, verdict, occasion, effects);
  }
}

async function ofTask(tx: EntityManager, taskId: string): Promise<Call | undefined> {
  const [call]: Call[] = await tx.query(OF_TASK, [taskId]);
  return call;
}

async function end(
  tx: EntityManager,
  { id, ticketId, patientId, taskId, responseId }: Call,
  outcome: ComplaintCallOutcome,
  { now }: Occasion,
  effects: Effects,
): Promise<void> {
  await tx.query(END, [id, outcome, now]);
  effects.event(ComplaintCallEndedV1, {
    ...{ callId: id, ticketId, patientId, outcome, endedAt: now.toISOString() },
    ...(taskId === null ? {} : { taskId }),
    ...(responseId === null ? {} : { responseId }),
  });
}
