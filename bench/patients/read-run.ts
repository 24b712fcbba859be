import type pg from 'pg';
import { limitFigure, type Figure } from '../harness/figure.js';
import { openLoop } from '../harness/open-loop.js';
import { Seeded } from '../harness/seeded.js';
import { median, percentile, progress } from '../harness/statistics.js';
import type { HospitalDoor } from '../harness/hospital-door.js';

const ROUNDS = 3;

/** One kind of question, asked at a fixed rate. */
interface Reading {
  figure: string;
  paths: string[];
  rate: number;
  seconds: number;
  atMost: number;
  /** What the answer must have, so that no error is measured. */
  found: (answer: never) => boolean;
}

const DIFFERENT = 400;

/** Reads through the gateway, each question in turn, three rounds: p99 of each round, and the median of them. */
export async function readFigures(door: HospitalDoor, client: pg.Client, people: number): Promise<Figure[]> {
  const readings = await readingsOf(client);
  for (const reading of readings) await round(door, { ...reading, seconds: 2 });
  const rounds = new Map(readings.map(({ figure }) => [figure, [] as number[]]));
  for (let nth = 1; nth <= ROUNDS; nth += 1) {
    for (const reading of readings) {
      const times = await round(door, reading);
      rounds.get(reading.figure)?.push(percentile(times, 99));
      const [middle, late, last] = [50, 99, 100].map((share) => percentile(times, share).toFixed(1));
      progress(`round ${nth}: ${reading.figure}: p50 ${middle}, p99 ${late}, longest ${last} ms`);
    }
  }
  return readings.map(({ figure, rate, seconds, atMost }) =>
    limitFigure({
      ...{ bench: 'patients', figure: `${figure}, p99`, value: median(rounds.get(figure) ?? []), unit: 'ms', atMost },
      load: `${people} people, ${rate}/s open loop, ${ROUNDS} × ${seconds} s`,
    }),
  );
}

async function round(door: HospitalDoor, { paths, rate, seconds, found }: Reading): Promise<number[]> {
  return openLoop({ rate, seconds }, async (index) => {
    const path = paths[index % paths.length] as string;
    const answer = await door.get<never>(path);
    if (!found(answer)) throw new Error(`${path} did not find what is there: ${JSON.stringify(answer).slice(0, 300)}`);
  });
}

async function readingsOf(client: pg.Client): Promise<Reading[]> {
  const random = new Seeded(3);
  const people = await somePeople(client);
  const pick = (path: (person: Sample) => string) => people.map(path);
  const search = (q: string) => `/patients?limit=20&q=${encodeURIComponent(q)}`;
  const hasItems = ({ items }: { items: unknown[] }) => items.length > 0;
  const searching = { rate: 20, seconds: 10, atMost: 100, found: hasItems };
  return [
    {
      ...{ figure: 'lookup by phone, with the whole picture', rate: 25, seconds: 12, atMost: 20, found: hasItems },
      paths: pick(({ phone }) => `/patients/lookup?phone=${encodeURIComponent(phone)}`),
    },
    { ...searching, figure: 'search by name', paths: pick(({ name }) => search(name)) },
    { ...searching, figure: 'search by pinyin', paths: pick(({ readings }) => search(readings[1] ?? '')) },
    {
      ...{ ...searching, figure: 'search by initials' },
      paths: pick(({ readings }) => search(readings.filter((key) => key.length < 4).at(-1) ?? '')),
    },
    {
      ...{ ...searching, figure: 'search by two characters of a name' },
      paths: pick(({ name }) => search(name.length > 2 && random.next() < 0.5 ? name.slice(-2) : name.slice(0, 2))),
    },
  ];
}

interface Sample {
  name: string;
  phone: string;
  readings: string[];
}

/** Of everywhere in the table; of a name as often as there are people with it. */
async function somePeople(client: pg.Client): Promise<Sample[]> {
  const { rows } = await client.query<Sample>(
    `SELECT name, phone_keys[1] AS phone, name_readings AS readings FROM (
       SELECT *, row_number() OVER (ORDER BY md5(id::text)) AS nth FROM person TABLESAMPLE SYSTEM (2) REPEATABLE (5)
        WHERE merged_into IS NULL) sample WHERE nth <= $1`,
    [DIFFERENT],
  );
  if (rows.length < 50) throw new Error('Too few people to ask for');
  return rows;
}
