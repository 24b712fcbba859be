import type { TicketColour } from '#contracts';
import { Clock, currentContext, newId, Problem, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { percentOf, type Terms } from '../clocks/clock.rules.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { ladderOf } from '../escalation/ladders.js';
import { Calendars } from './calendars.js';
import type { ClockSetting, ClockSettingChange, WorkingHours } from './clock-settings.dto.js';
import { countedHours, unorderedDays, writtenHours } from './clock-settings.rules.js';
import { UnknownYearError } from './day-book.rules.js';
import type { OpenHours, Place } from './hours.rules.js';

interface SettingRow extends Omit<ClockSetting, 'hours'> {
  hours: OpenHours | null;
}

const SETTINGS = `
  SELECT colour, claim_minutes AS "claimMinutes", first_reply_minutes AS "firstReplyMinutes",
         solution_minutes AS "solutionMinutes", version,
         CASE WHEN hours.id IS NOT NULL
              THEN jsonb_build_object('week', hours.week, 'closedOnHolidays', hours.closed_on_holidays) END AS hours
    FROM colour_clock LEFT JOIN working_hours hours ON hours.id = hours_id`;

const LIMITS = ['claimMinutes', 'firstReplyMinutes', 'solutionMinutes'] as const;

/** What is promised of each colour, and when its clocks run (CP-1). Clocks that run keep what they began with. */
@Injectable()
export class ClockSettings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly config: ComplaintsConfig,
  ) {}

  async list(): Promise<ClockSetting[]> {
    const rows: SettingRow[] = await this.source.query(`${SETTINGS} ORDER BY solution_minutes, colour`);
    return rows.map(viewOf);
  }

  /** @throws Problem 400 for hours out of order, never open, or too few for a limit; 412 */
  async change(colour: TicketColour, change: ClockSettingChange, version: number): Promise<ClockSetting> {
    const hours = change.hours ? requireHours(change.hours) : null;
    return transact(this.source, async (tx) => {
      const before = await settingOf(tx, colour);
      requireVersion(before.version, version);
      if (hours) await this.requireReach(tx, change, hours);
      const { claimMinutes, firstReplyMinutes, solutionMinutes } = change;
      const hoursId = hours && (await this.stored(tx, hours));
      const actor = currentContext()?.actor;
      await tx.query(
        `UPDATE colour_clock SET claim_minutes = $2, first_reply_minutes = $3, solution_minutes = $4, hours_id = $5,
                changed_at = $6, changed_by = $7, changed_by_name = $8, version = version + 1 WHERE colour = $1`,
        [
          ...[colour, claimMinutes, firstReplyMinutes, solutionMinutes, hoursId],
          ...[this.clock.now(), actor?.id ?? null, actor?.name || null],
        ],
      );
      const after = await settingOf(tx, colour);
      stateChange('clock-setting', colour, { ...before }, { ...after });
      return after;
    });
  }

  /** A limit that its hours hardly ever reach would fail each ticket that is opened with it. */
  private async requireReach(tx: EntityManager, change: ClockSettingChange, hours: OpenHours): Promise<void> {
    const terms = { startedAt: this.clock.now(), hours, pauses: [] };
    const last = ladderOf(this.config).at(-1) ?? 100;
    const place = await this.calendars.place(tx);
    const faults = LIMITS.filter(
      (field) => !isReached({ ...terms, limit: { unit: 'minutes', value: change[field] } }, last, place),
    ).map((field) => ({ field, code: 'hours-never-open' }));
    if (faults.length > 0) throw Problem.invalid(faults);
  }

  /** The same hours are one row: clocks that began with them refer to it for ever. */
  private async stored(tx: EntityManager, { week, closedOnHolidays }: OpenHours): Promise<string> {
    const values = [newId(), JSON.stringify(week), closedOnHolidays, this.clock.now()];
    const [row]: { id: string }[] = await tx.query(
      `INSERT INTO working_hours (id, week, closed_on_holidays, made_at) VALUES ($1, $2::jsonb, $3, $4)
       ON CONFLICT ON CONSTRAINT working_hours_once DO UPDATE SET closed_on_holidays = $3 RETURNING id`,
      values,
    );
    return (row as { id: string }).id;
  }
}

async function settingOf(tx: EntityManager, colour: TicketColour): Promise<ClockSetting> {
  const [row]: SettingRow[] = await tx.query(`${SETTINGS} WHERE colour = $1 FOR UPDATE OF colour_clock`, [colour]);
  if (!row) throw Problem.notFound('clock-setting', colour);
  return viewOf(row);
}

function viewOf({ hours, ...row }: SettingRow): ClockSetting {
  return { ...row, hours: hours && writtenHours(hours) };
}

function requireHours(written: WorkingHours): OpenHours {
  const hours = countedHours(written);
  const faults = unorderedDays(hours).map((day) => ({ field: `hours.week.${day}`, code: 'hours-in-order' }));
  if (hours.week.flat().length === 0) faults.push({ field: 'hours.week', code: 'hours-never-open' });
  if (faults.length > 0) throw Problem.invalid(faults);
  return hours;
}

/** In a year that nobody knows clocks wait undated, which is no fault of the hours. */
function isReached(terms: Terms, percent: number, place: Place): boolean {
  try {
    percentOf(terms, percent, place);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    if (error instanceof UnknownYearError) return true;
    throw error;
  }
}
