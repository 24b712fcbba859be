import { ComplaintsNotificationRequestedV1 } from '#contracts';
import { checkpoint } from '#event-bus';
import { prepared } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { UnknownYearError } from '../calendars/day-book.rules.js';
import { enterHistory, type ClockLine } from '../clocks/clock-history.js';
import { ClockTerms, limitOf, type KnownTerms } from '../clocks/clock-terms.js';
import { ClockEntity } from '../clocks/clock.entity.js';
import { percentOf } from '../clocks/clock.rules.js';
import { unlessUnknown } from '../clocks/clocks.js';
import { ComplaintsConfig } from '../complaints.config.js';
import { Effects } from '../tickets/effects.js';
import { TicketSteps } from '../tickets/ticket-steps.js';
import { ClockSubjects, type Breach, type ClockSubject } from './clock-subjects.js';
import { levelOf, stepsNow, type Step } from './ladder.rules.js';
import { noticeOf, sideNoticeOf, type Fired } from './notice.rules.js';

/** A clock whose moment has come, what is to be told of it, and what it then is. */
interface Climb {
  clock: ClockEntity;
  fired: Fired[];
  after: Pick<ClockEntity, 'step' | 'level' | 'dueAt' | 'nextAt' | 'breachedAt' | 'undatedYear'>;
}

const SAVE = `
  UPDATE clock SET step = now.step, level = now.level, due_at = now.due_at, next_at = now.next_at,
                   breached_at = now.breached_at, undated_year = now.undated_year
    FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[],
                $7::smallint[]) AS now (id, step, level, due_at, next_at, breached_at, undated_year)
   WHERE clock.id = now.id`;
const END = `
  UPDATE clock SET stopped_at = $2, outcome = 'withdrawn', next_at = NULL WHERE id = ANY ($1::uuid[])`;

/** Climbs the ladders of clocks whose moment has come (CP-2). Their rows are locked. */
@Injectable()
export class Escalations {
  private readonly logger = new Logger(Escalations.name);

  constructor(
    private readonly terms: ClockTerms,
    private readonly subjects: ClockSubjects,
    private readonly steps: TicketSteps,
    private readonly config: ComplaintsConfig,
  ) {}

  async climb(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    const clocks = await tx.findBy(ClockEntity, { id: In([...ids]) });
    const known = await this.terms.read(tx, clocks);
    const described = await this.describe(tx, clocks);
    checkpoint('clock.escalating');
    const orphans = clocks.filter(({ subjectId }) => !described.has(subjectId));
    if (orphans.length > 0) await tx.query(END, [orphans.map(({ id }) => id), now]);
    const order = new Map(ids.map((id, index) => [id, index]));
    const climbs = clocks
      .filter(({ subjectId }) => described.has(subjectId))
      .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .map((clock) => this.climbOf(clock, known, now));
    await save(tx, climbs);
    await enterHistory(tx, climbs.flatMap(linesOf), now);
    const effects = new Effects({ now, zone: this.config.hospitalZone });
    for (const each of climbs) tell(each, described.get(each.clock.subjectId) as ClockSubject, effects);
    await this.enterBreaches(tx, climbs, effects);
    await this.steps.announce(tx, effects);
    checkpoint('clock.escalated');
  }

  private async describe(tx: EntityManager, clocks: readonly ClockEntity[]): Promise<Map<string, ClockSubject>> {
    const types = [...new Set(clocks.map(({ subjectType }) => subjectType))];
    const found = new Map<string, ClockSubject>();
    for (const type of types) {
      const ids = clocks.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
      for (const subject of await this.subjects.source(type).describe(tx, [...new Set(ids)]))
        found.set(subject.id, subject);
    }
    return found;
  }

  private climbOf(clock: ClockEntity, known: KnownTerms, now: Date): Climb {
    const timing = known.timing(clock, now);
    const asItWas = { step: clock.step, level: clock.level, breachedAt: clock.breachedAt };
    if (timing.undatedYear !== null) {
      this.logger.error({ clock: clock.id, err: new UnknownYearError(timing.undatedYear) }, 'A clock cannot be dated');
      return { clock, fired: [], after: { ...asItWas, ...timing } };
    }
    const terms = known.of(clock);
    const momentOf = (percent: number) => unlessUnknown(() => percentOf(terms, percent, known.place));
    const { fire, next } = stepsNow(clock.ladder, clock.step, now, momentOf);
    const fired = fire.map((step) => firedOf(clock, step, timing.dueAt ?? now));
    const level = Math.max(clock.level, ...fired.map((each) => each.level));
    const breachedAt = clock.breachedAt ?? (level > 0 ? timing.dueAt : null);
    return { clock, fired, after: { ...known.timing({ ...clock, step: next }, now), step: next, level, breachedAt } };
  }

  private async enterBreaches(tx: EntityManager, climbs: readonly Climb[], effects: Effects): Promise<void> {
    const ofType = Map.groupBy(climbs, ({ clock }) => clock.subjectType);
    for (const [type, of] of ofType) {
      const breaches = of.flatMap(breachesOf);
      if (breaches.length > 0) await this.subjects.source(type).onBreached?.(tx, breaches, effects);
    }
  }
}

/** Whoever is concerned hears of it once, also when two steps come together after a downtime. */
function tell({ fired }: Climb, subject: ClockSubject, effects: Effects): void {
  const { zone } = effects.occasion;
  for (const each of fired) effects.event(ComplaintsNotificationRequestedV1, noticeOf(each, subject, zone));
  const last = fired.at(-1);
  const side = last && sideNoticeOf(last, subject, zone);
  if (side) effects.event(ComplaintsNotificationRequestedV1, side);
}

function breachesOf({ clock, fired }: Climb): Breach[] {
  return fired
    .filter(({ level }) => level > 0)
    .map(({ clockId, kind, level, dueAt }) => ({
      ...{ subjectId: clock.subjectId, clockId, kind, dueAt },
      level: level > 1 ? 2 : 1,
    }));
}

function firedOf(clock: ClockEntity, { index, at }: Step, dueAt: Date): Fired {
  const { id: clockId, subjectType, kind, ladderName: ladder, round } = clock;
  return {
    clockId,
    subjectType,
    kind,
    ladder,
    round,
    index,
    at,
    dueAt,
    limit: limitOf(clock),
    level: levelOf(clock.ladder, index),
  };
}

function linesOf({ clock, fired, after }: Climb): ClockLine[] {
  const dated: ClockLine[] =
    clock.undatedYear !== null && after.undatedYear === null ? [{ clockId: clock.id, what: 'dated' }] : [];
  return [
    ...dated,
    ...redated(clock, after),
    ...fired.map(({ level, clockId }): ClockLine =>
      level === 0 ? { clockId, what: 'warned' } : { clockId, what: 'escalated', facts: { level } },
    ),
  ];
}

/** The calendar of the year was noted anew. */
function redated({ id: clockId, dueAt }: ClockEntity, after: Climb['after']): ClockLine[] {
  if (dueAt === null || after.dueAt === null || dueAt.getTime() === after.dueAt.getTime()) return [];
  return [{ clockId, what: 'redated', facts: { before: dueAt.toISOString(), after: after.dueAt.toISOString() } }];
}

async function save(tx: EntityManager, climbs: readonly Climb[]): Promise<void> {
  const after = climbs.map((each) => each.after);
  await prepared(tx, 'clock.climb', SAVE, [
    climbs.map(({ clock }) => clock.id),
    after.map(({ step }) => step),
    after.map(({ level }) => level),
    after.map(({ dueAt }) => dueAt),
    after.map(({ nextAt }) => nextAt),
    after.map(({ breachedAt }) => breachedAt),
    after.map(({ undatedYear }) => undatedYear),
  ]);
}
