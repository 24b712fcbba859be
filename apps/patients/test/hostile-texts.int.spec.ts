import { ROLES } from '#contracts';
import { newId } from '#platform';
import { type TestService } from '#testing';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRecordNumber, startPatients } from './hospital.js';
import { sendFile } from './import-files.js';
import { textPlaces, type TextPlaces } from './string-fields.js';

/** With three digits, so that it may stand as a phone too. */
const SQL = `x'); DROP TABLE person; -- $1 $23 :id`;

/** Where any text may stand, and the answer has it as it was written. */
const KEPT = [
  'post /patients name',
  'post /patients address',
  'post /patients phones.0',
  'post /patients identifiers.0.value',
  'patch /patients/{id} name',
  'post /patients/tags zh',
  'post /patients/segments name',
  'patch /patients/segments/{id} name',
  'post /patients/{id}/states reason',
  'post /patients/{id}/promises text',
  'patch /patients/{id}/facts allergies.0.substance',
  'patch /patients/{id}/facts emergencyContacts.0.name',
  'post /patients/{id}/cards level',
];

describe('a hostile text', () => {
  let hospital: TestService;
  let places: TextPlaces[];
  let paths: Record<string, string>;
  let witness: string;

  beforeAll(async () => {
    hospital = await startPatients();
    places = textPlaces(SwaggerModule.createDocument(hospital.app, new DocumentBuilder().build())).filter(
      ({ path }) => path.startsWith('/patients') && !path.endsWith('/stream'),
    );
    witness = (await registered()).id;
    const { body: segment } = await manager()
      .post('/patients/segments')
      .send({ name: 'x', filter: { fact: 'deceased', op: 'eq', value: false } })
      .expect(201);
    const { body: tag } = await manager()
      .post('/patients/tags')
      .send({ dimension: 'emotion', slug: 'x', zh: 'DROP', en: 'x' })
      .expect(201);
    const { body: order } = await manager().post('/patients/exports').send({ format: 'csv' }).expect(202);
    const imported = await sendFile(hospital, `姓名,病案号,发号系统\n王芳,${aRecordNumber().value},HIS\n`);
    paths = {
      '/patients/segments/{id}': segment.id as string,
      '/patients/exports/{id}': order.id as string,
      '/patients/imports/{id}': imported,
      '/patients/tags/{code}': tag.code as string,
    };
  });
  afterAll(() => hospital.stop());

  const manager = () => hospital.api(...ROLES);
  const registered = async (): Promise<{ id: string }> =>
    (await manager().post('/patients').send({ name: '王伟' }).expect(201)).body;

  /** A record of its own for each call: what was said before must not get in the way. */
  const pathOf = (path: string, id: string): string => {
    const known = Object.entries({ ...paths, '/patients/{id}': id }).find(([start]) => path.startsWith(start));
    const filled = known ? path.replace(/\{\w+\}/, known[1]) : path;
    return filled.replaceAll(/\{\w+\}/g, newId());
  };
  async function send(place: TextPlaces, body: object | undefined, query: object = {}) {
    const path = pathOf(place.path, place.path.startsWith('/patients/{id}') ? (await registered()).id : '');
    const method = place.method as 'get' | 'post' | 'patch' | 'put' | 'delete';
    const { version } = body ? ((await manager().get(path)).body as { version?: number }) : {};
    const call = manager()[method](path).query(query);
    if (method !== 'post') void call.set('if-match', `"${version ?? 1}"`);
    return body ? call.send(body) : call;
  }
  /** What nobody asked to change. */
  const others = async (): Promise<unknown> => {
    const rows: unknown[] = await hospital.source.query(
      `SELECT (SELECT to_jsonb(p) FROM person p WHERE id = $1) AS witness,
              (SELECT jsonb_agg(relname ORDER BY relname) FROM pg_class WHERE relkind IN ('r', 'i', 'f')) AS relations,
              (SELECT count(*)::int FROM tag WHERE version = 1 AND zh NOT LIKE '%DROP%') AS tags`,
      [witness],
    );
    return rows[0];
  };

  it('PT-1 PT-4 PT-9 of SQL in any documented field is kept as it is written or refused, and changes nothing else', async () => {
    const before = await others();
    const kept: string[] = [];
    const broken: string[] = [];
    for (const place of places) {
      for (const { field, with: body } of place.bodies) {
        const name = `${place.method} ${place.path} ${field}`;
        const { status, text } = await send(place, body(SQL));
        if (status >= 500 || (status >= 400 && !JSON.parse(text).code)) broken.push(`${name}: ${status} ${text}`);
        else if (status < 300 && text.includes(SQL)) kept.push(name);
      }
    }
    expect(broken).toEqual([]);
    expect(kept).toEqual(expect.arrayContaining(KEPT));
    expect(await others()).toEqual(before);
  }, 120_000);

  it.each([
    ['NUL', 'a\0b', 'nul-character'],
    ['half a surrogate', 'a\ud800', 'half-surrogate'],
  ])(
    'PT-1 of %s in any documented field is refused with the field and the reason',
    async (_name, text, code) => {
      const wrong: string[] = [];
      for (const place of places) {
        for (const { field, with: body } of place.bodies) {
          const { status, body: problem } = await send(place, body(text));
          const said = (problem.errors ?? []) as { field: string; code: string }[];
          const isTold = status === 400 && said.some((each) => each.field === field && each.code === code);
          if (!isTold) wrong.push(`${place.method} ${place.path} ${field}: ${status} ${JSON.stringify(problem)}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it('PT-8 of SQL in any query or path finds nothing, or is refused, and breaks nothing', async () => {
    const broken: string[] = [];
    for (const place of places.filter(({ method }) => method === 'get')) {
      for (const name of place.query) {
        const { status, text } = await send(place, undefined, { [name]: SQL });
        if (status >= 500) broken.push(`${place.path}?${name}: ${text}`);
      }
      const path = place.path.replaceAll(/\{\w+\}/g, encodeURIComponent(SQL));
      const { status } = await manager().get(path);
      if (status >= 500) broken.push(path);
    }
    expect(broken).toEqual([]);
  });
});
