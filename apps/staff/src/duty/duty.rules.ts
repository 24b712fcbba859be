import { Temporal } from 'temporal-polyfill';

/** Half open: the minute of the handover belongs to the shift that begins. */
export interface Period {
  startsAt: Date;
  endsAt: Date;
}

export interface PlannedShift extends Period {
  id: string;
  memberId: string;
  /** 1 is called first. */
  line: number;
}

/** `substituteId` takes every shift of `absentId` in the period. */
export interface Substitution extends Period {
  absentId: string;
  substituteId: string;
}

export interface PersonOnDuty {
  memberId: string;
  line: number;
  shift: PlannedShift;
  /** Who stands on the roster, when somebody stands in. */
  replaces: string | null;
}

/** Hours of a shift on the hospital's clock, "18:00" to "08:00"; one that ends no later than it starts ends next day. */
export interface Hours {
  starts: string;
  ends: string;
}

export interface WeeklyPattern extends Hours {
  /** 1 Monday … 7 Sunday: the day the shift begins. */
  weekdays: readonly number[];
  /** First day, "2026-03-02". */
  validFrom: string;
  /** Last day; null without end. */
  validUntil: string | null;
}

export function covers(period: Period, at: Date): boolean {
  return period.startsAt <= at && at < period.endsAt;
}

/** @param date of its beginning, in the hospital's zone. */
export function shiftOn(date: string, hours: Hours, zone: string): Period {
  const day = Temporal.PlainDate.from(date);
  const nextDay = hours.ends <= hours.starts;
  return {
    startsAt: instant(day, hours.starts, zone),
    endsAt: instant(nextDay ? day.add({ days: 1 }) : day, hours.ends, zone),
  };
}

function instant(day: Temporal.PlainDate, time: string, zone: string): Date {
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
}

/** The hospital's day at a moment, as a date. */
export function dayOf(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The shifts a pattern makes on the days from `from` to before `until`. */
export function rollOut(pattern: WeeklyPattern, from: string, until: string, zone: string): Period[] {
  const periods: Period[] = [];
  for (let day = Temporal.PlainDate.from(later(from, pattern.validFrom)); ; day = day.add({ days: 1 })) {
    const date = day.toString();
    if (date >= until || (pattern.validUntil !== null && date > pattern.validUntil)) return periods;
    if (pattern.weekdays.includes(day.dayOfWeek)) periods.push(shiftOn(date, pattern, zone));
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** Who is on duty, first line first. A person away with nobody standing in, or who has left, is not. */
export function onDutyAt(
  shifts: readonly PlannedShift[],
  substitutions: readonly Substitution[],
  isHere: (memberId: string) => boolean,
  at: Date,
): PersonOnDuty[] {
  return shifts
    .filter((shift) => covers(shift, at))
    .toSorted((a, b) => a.line - b.line || a.startsAt.getTime() - b.startsAt.getTime())
    .flatMap((shift) => {
      const memberId = standIn(shift.memberId, substitutions, at);
      if (memberId === undefined || !isHere(memberId)) return [];
      return [{ memberId, line: shift.line, shift, replaces: memberId === shift.memberId ? null : shift.memberId }];
    });
}

/** A substitute may be away himself; two who stand in for each other are both away. */
export function standIn(memberId: string, substitutions: readonly Substitution[], at: Date): string | undefined {
  const seen = new Set<string>();
  let person = memberId;
  for (;;) {
    if (seen.has(person)) return undefined;
    seen.add(person);
    const found = substitutions.find((each) => each.absentId === person && covers(each, at));
    if (!found) return person;
    person = found.substituteId;
  }
}

/** The stretches of a period in which nobody is on duty. */
export function gapsIn(
  period: Period,
  shifts: readonly PlannedShift[],
  substitutions: readonly Substitution[],
  isHere: (memberId: string) => boolean,
): Period[] {
  // Who is on duty changes only where something begins or ends.
  const turns = [...shifts, ...substitutions].flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  const inside = turns.filter((turn) => turn > period.startsAt && turn < period.endsAt);
  const moments = [period.startsAt, ...inside].map((turn) => turn.getTime());
  const starts = [...new Set(moments)].sort((a, b) => a - b).map((time) => new Date(time));
  const gaps: Period[] = [];
  starts.forEach((startsAt, index) => {
    if (onDutyAt(shifts, substitutions, isHere, startsAt).length > 0) return;
    const endsAt = starts[index + 1] ?? period.endsAt;
    const last = gaps.at(-1);
    if (last?.endsAt.getTime() === startsAt.getTime()) last.endsAt = endsAt;
    else gaps.push({ startsAt, endsAt });
  });
  return gaps;
}
