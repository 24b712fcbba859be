import { limitFigure, type Figure } from '../harness/figure.js';
import { median, progress } from '../harness/statistics.js';
import type { HospitalDoor } from '../harness/hospital-door.js';

const ROUNDS = 5;
const ATMOST_MS = 1000;

const FACT = (fact: string, op: string, value: unknown) => ({ fact, op, value });

/** Of three conditions each: rare and common ones, tags, demographics, consent, visits, and a negation. */
const FILTERS: Record<string, object> = {
  'tag, age, consent': {
    and: [FACT('tag', 'has', 'disease.hypertension'), FACT('age', 'ge', 60), FACT('purpose', 'has', 'marketing')],
  },
  'sex, visits by diagnosis since, not deceased': {
    and: [
      FACT('sex', 'eq', 'female'),
      { visits: { diagnosis: 'E11', from: '2026-01-01T00:00:00+08:00', atLeast: 1 } },
      FACT('deceased', 'eq', false),
    ],
  },
  'district, visits of a department twice, no tag': {
    and: [
      FACT('district', 'in', ['浦东新区', '徐汇区']),
      { visits: { department: '03.04', atLeast: 2 } },
      { not: FACT('tag', 'has', 'disease.coronary') },
    ],
  },
  'either of two tags, no stay within a year': {
    and: [
      { or: [FACT('tag', 'has', 'disease.diabetes-2'), FACT('tag', 'has', 'disease.stroke-ischaemic')] },
      { visits: { class: 'inpatient', from: '2025-11-22T00:00:00+08:00', atMost: 0 } },
    ],
  },
};

/** The slowest of several segments of three conditions, each by its median. */
export async function segmentFigure(door: HospitalDoor, people: number): Promise<Figure> {
  const slowest: number[] = [];
  for (const [name, filter] of Object.entries(FILTERS)) {
    const { id } = await door.post<{ id: string }>('/patients/segments', { name, filter });
    const times: number[] = [];
    let counted = 0;
    for (let nth = 0; nth <= ROUNDS; nth += 1) {
      const started = performance.now();
      counted = (await door.get<{ count: number }>(`/patients/segments/${id}/count`)).count;
      // The first one warms up.
      if (nth > 0) times.push(performance.now() - started);
    }
    slowest.push(median(times));
    progress(`segment (${name}): ${counted} people, ${median(times).toFixed(0)} ms`);
  }
  return limitFigure({
    ...{ bench: 'patients', figure: 'count of a segment of three conditions, the slowest of four', unit: 'ms' },
    ...{ value: Math.max(...slowest), atMost: ATMOST_MS, load: `${people} people, one at a time, ${ROUNDS} rounds` },
  });
}
