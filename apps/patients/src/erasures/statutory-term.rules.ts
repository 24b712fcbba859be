import { Temporal } from 'temporal-polyfill';

/** A visit as far as the law counts it. */
export interface CountedVisit {
  class: string;
  status: string;
  beganAt: Date;
  dischargedAt: Date | null;
}

/** 《医疗机构病历管理规定》 §29 and 《医疗机构管理条例实施细则》 §53: at least so long after the last visit. */
export const OUTPATIENT_YEARS = 15;
export const INPATIENT_YEARS = 30;

/**
 * Until when the medical record of a person has to be kept.
 * @returns null when there is none: nobody was ever seen, or every term is over
 */
export function keptUntil(visits: CountedVisit[], now: Date, zone: string): Date | null {
  const ends = visits.filter(({ status }) => status === 'finished' || status === 'in-progress').map(endOf(zone));
  const last = Math.max(...ends.map((end) => end.getTime()));
  return ends.length > 0 && last > now.getTime() ? new Date(last) : null;
}

/** PT-9: who is being treated is not erased; the hospital needs the record for it. */
export function isBeingTreated(visits: CountedVisit[]): boolean {
  return visits.some(({ status }) => status === 'in-progress');
}

function endOf(zone: string) {
  return (visit: CountedVisit): Date => {
    const years = visit.class === 'inpatient' ? INPATIENT_YEARS : OUTPATIENT_YEARS;
    const last = Temporal.Instant.from((visit.dischargedAt ?? visit.beganAt).toISOString()).toZonedDateTimeISO(zone);
    return new Date(last.add({ years }).epochMilliseconds);
  };
}
