import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { TaskHerald } from '../tasks/task-herald.js';
import type { Effects } from './chronicle.js';
import { joinContacts, type Contact } from './joining.rules.js';
import { waiting, type NewPlan } from './new-plan.js';

interface StoredContact extends Contact {
  status: 'planned' | 'open';
  joinedTo: string | null;
}

const HELD = `(coalesce(task.claimed_until > $2, false) OR task.promised_at IS NOT NULL)`;
/** Calls that are still to be made. A call that nobody should make twice within days is what joining is about. */
const CONTACTS = `
  SELECT task.id, task.plan_id AS "planId", plan.protocol_code AS "protocolCode", task.step, task.status,
         task.opens_on::text AS "opensOn", task.due_on::text AS "dueOn", task.lapses_on::text AS "lapsesOn",
         task.joined_to AS "joinedTo", ${HELD} AS held
    FROM task JOIN plan ON plan.id = task.plan_id
   WHERE task.plan_id = ANY($1::uuid[]) AND task.kind = 'visit' AND task.mode = 'call'
     AND task.status IN ('planned', 'open') AND task.due_on IS NOT NULL AND task.lapses_on IS NOT NULL
   ORDER BY task.id`;
/** A nurse may have taken it in hand since it was looked at: her row lock is the only one she holds. */
const JOIN = `
  UPDATE task SET status = 'planned', joined_to = $3, deadline_at = NULL, version = version + 1
   WHERE id = $1 AND NOT ${HELD} RETURNING id`;
const PART = `UPDATE task SET joined_to = NULL, deadline_at = $2, version = version + 1 WHERE id = $1`;

/** Lets calls of a person's plans that are due within days of each other become one (FU-3). The plans are locked. */
@Injectable()
export class Joining {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly herald: TaskHerald,
  ) {}

  /** Keeps those tasks of a plan to be from opening that another plan's contact will stand for once `settle` joins them. */
  async holdBack(tx: EntityManager, created: NewPlan, otherPlanIds: string[], now: Date): Promise<void> {
    if (otherPlanIds.length === 0) return;
    const stored: StoredContact[] = await tx.query(CONTACTS, [otherPlanIds, now]);
    const joined = joinContacts([...stored, ...contactsOf(created)], this.config.joinContactsWithinDays);
    created.tasks = created.tasks.map((task) => (joined.has(task.id) ? waiting(task) : task));
  }

  /** Joins and parts what the running plans of a person ask for, after any of them changed. */
  async settle(tx: EntityManager, runningPlanIds: string[], occasion: Occasion, effects: Effects): Promise<void> {
    if (runningPlanIds.length === 0) return;
    const contacts: StoredContact[] = await tx.query(CONTACTS, [runningPlanIds, occasion.now]);
    const joined = joinContacts(contacts, this.config.joinContactsWithinDays);
    const parted = contacts.filter(({ id, joinedTo }) => joinedTo !== null && !joined.has(id));
    const wanted = contacts.filter(({ id, joinedTo }) => joined.has(id) && joined.get(id) !== joinedTo);
    for (const { id, planId, step } of parted) {
      await tx.query(PART, [id, occasion.now]);
      effects.line({ planId, what: 'task-parted', step });
    }
    const moved: StoredContact[] = [];
    for (const contact of wanted) {
      const [rows]: [unknown[], number] = await tx.query(JOIN, [contact.id, occasion.now, joined.get(contact.id)]);
      if (rows.length > 0) moved.push(contact);
    }
    const wereOpen = moved.filter(({ status }) => status === 'open').map(({ id }) => id);
    await this.herald.setAside(tx, wereOpen, occasion, effects);
    for (const contact of moved) lineOfJoining(contact, joined, contacts, effects);
  }
}

/** The calls among the tasks of a plan that is not stored yet. */
function contactsOf({ plan, tasks }: NewPlan): Contact[] {
  return tasks.flatMap(({ id, kind, mode, status, step, opensOn, dueOn, lapsesOn }) => {
    const undone = status === 'planned' || status === 'open';
    if (kind !== 'visit' || mode !== 'call' || !undone || dueOn === null || lapsesOn === null) return [];
    return [{ id, planId: plan.id, protocolCode: plan.protocolCode, step, opensOn, dueOn, lapsesOn }];
  });
}

/** Says on both plans which contact stands for which. */
function lineOfJoining(contact: Contact, joined: Map<string, string>, contacts: Contact[], effects: Effects): void {
  const standIn = contacts.find(({ id }) => id === joined.get(contact.id));
  if (!standIn) return;
  const [own, its] = [contact, standIn].map(({ protocolCode, step }) => `${protocolCode} ${step}`);
  effects.line({ planId: contact.planId, what: 'task-joined', step: contact.step, reason: `done by ${its}` });
  effects.line({ planId: standIn.planId, what: 'task-joined', step: standIn.step, reason: `stands for ${own}` });
}
