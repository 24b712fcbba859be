import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, dayOf, startOf } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import type { NurseView } from './nurses.dto.js';
import { knownNurses } from './nurses.js';

interface Work {
  id: string;
  overdue: number;
  inHand: number;
  attemptsToday: number;
}

const WORK = `
  SELECT nurse.id,
         (SELECT count(*)::int FROM task WHERE assigned_to = nurse.id AND status = 'open'
             AND coalesce(due_on, opens_on) < $2::date) AS overdue,
         (SELECT count(*)::int FROM task_hand_out JOIN task ON task.id = task_id AND claimed_by = account_id
           WHERE account_id = nurse.id AND status = 'open' AND claimed_until > $5) AS "inHand",
         (SELECT count(*)::int FROM task_attempt WHERE by_id = nurse.id AND at >= $3 AND at < $4) AS "attemptsToday"
    FROM unnest($1::text[]) AS nurse (id)`;

/** The nurses and how much each has to do (FU-7). */
@Injectable()
export class NursesService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** By name. */
  async list(): Promise<NurseView[]> {
    const { hospitalZone: zone } = this.config;
    const { manager } = this.source;
    const now = this.clock.now();
    const today = dayOf(now, zone);
    const day = { from: startOf(today, zone), until: startOf(addDays(today, 1), zone) };
    const nurses = await knownNurses(manager, day);
    const ids = nurses.map(({ id }) => id);
    const works: Work[] = await manager.query(WORK, [ids, today, day.from, day.until, now]);
    const byId = new Map(works.map((work) => [work.id, work]));
    return nurses.map((nurse) => ({ overdue: 0, inHand: 0, attemptsToday: 0, ...nurse, ...byId.get(nurse.id) }));
  }
}
