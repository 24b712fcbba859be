import { Clock, Problem, requireVersion, stateChange, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Inboxes } from './inboxes.js';
import type { PreferencesView, SavePreferences, TellingChoice } from './preferences.dto.js';
import { AS_THE_HOSPITAL, isTooLong, LONGEST_QUIET_HOURS, type Choice } from './preferences.rules.js';
import { keepPreferences, preferencesOf, type StoredPreferences } from './preferences.store.js';

/** How each person wants to be told (ORG-2). */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly source: DataSource,
    private readonly inboxes: Inboxes,
    private readonly clock: Clock,
  ) {}

  async read(personId: string): Promise<PreferencesView> {
    return present(personId, await preferencesOf(this.source.manager, personId));
  }

  /**
   * Holds from now on, also for what waits for the person.
   * @throws Problem 400 for quiet hours that are too long; 412 when it changed since `version`.
   */
  async save(personId: string, version: number, input: SavePreferences): Promise<PreferencesView> {
    requireBearable(input);
    return transact(this.source, async (tx) => {
      // Who tells this person something holds his inbox too: he is told by the old or by the new, never by half of each.
      await this.inboxes.lock(tx, [personId]);
      const before = await preferencesOf(tx, personId);
      requireVersion(before?.version ?? 0, version);
      const now = this.clock.now();
      const [normal, low] = [choiceOf(input.normal), choiceOf(input.low)];
      const saved = { normal, low, version: version + 1, updatedAt: now };
      await keepPreferences(tx, personId, saved);
      await this.inboxes.wake(tx, [personId], now);
      const former = before ?? AS_THE_HOSPITAL;
      const was = { normal: former.normal, low: former.low };
      stateChange('notification-preferences', personId, was, { normal, low });
      return present(personId, saved);
    });
  }

  /** The member or account of this id as somebody to tell. @throws Problem 404 */
  async personIn(id: string): Promise<string> {
    const rows: { person: string }[] = await this.source.query(
      `SELECT coalesce(member_id, id) AS person FROM account WHERE id = $1
       UNION SELECT id FROM staff_member WHERE id = $1`,
      [id],
    );
    if (!rows[0]) throw Problem.notFound('staff-member', id);
    return rows[0].person;
  }
}

function requireBearable(input: SavePreferences): void {
  const faults = (['normal', 'low'] as const).flatMap((urgency): FieldFault[] => {
    const hours = input[urgency].quietHours;
    if (!hours || !isTooLong(hours)) return [];
    return [{ field: `${urgency}.quietHours.ends`, code: 'quiet-too-long', params: { hours: LONGEST_QUIET_HOURS } }];
  });
  if (faults.length > 0) throw Problem.invalid(faults);
}

function choiceOf({ channels, quietHours }: TellingChoice): Choice {
  const hours = quietHours ? { starts: quietHours.starts, ends: quietHours.ends } : null;
  return { channels, quietHours: hours };
}

function present(personId: string, stored: StoredPreferences | undefined): PreferencesView {
  const { normal, low } = stored ?? AS_THE_HOSPITAL;
  const shown = (choice: Choice) => ({ ...choice, channels: [...choice.channels] });
  return {
    personId,
    normal: shown(normal),
    low: shown(low),
    version: stored?.version ?? 0,
    updatedAt: stored?.updatedAt.toISOString() ?? null,
  };
}
