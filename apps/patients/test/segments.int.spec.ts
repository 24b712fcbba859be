import { CHANNELS, CONSENT_PURPOSES, ENCOUNTER_CLASSES, LIFECYCLE_STAGES, PERSON_STATES, SEXES } from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { segmentMembers, segmentSql } from '../src/segments/segment-sql.rules.js';
import { SegmentReadings } from '../src/segments/segment-readings.js';
import type { Segment } from '../src/segments/segments.dto.js';
import { startPatients } from './hospital.js';
import { isIn, settleAs, somePeople, type Everybody } from './segment-people.js';

let hospital: TestService;
let everybody: Everybody;
beforeAll(async () => {
  hospital = await startPatients();
  // Birth dates lie around today's day, which must not end meanwhile.
  await hospital.clock.set('2026-06-15T10:00:00+08:00');
  everybody = somePeople(hospital.clock.now());
  await settleAs(hospital, everybody);
});
afterAll(() => hospital.stop());

const manager = () => hospital.api('centre-manager');
const preview = (filter: unknown) => manager().post('/patients/segments/preview').send({ filter });
const tag = (value: string) => ({ fact: 'tag', op: 'has', value });

const text = fc.constantFrom(
  "'; DROP TABLE person; --",
  '$1',
  ':segment0',
  '{"a"}',
  '南山区',
  '福田区',
  '\\',
  'x:y::text',
);
const fact = fc.oneof(
  fc.record({
    fact: fc.constant('tag'),
    op: fc.constant('has'),
    value: fc.constantFrom('age.60-69', 'emotion.calm', '{x,y}'),
  }),
  fc.record({ fact: fc.constant('sex'), op: fc.constant('eq'), value: fc.constantFrom(...SEXES) }),
  fc.record({
    fact: fc.constant('sex'),
    op: fc.constant('in'),
    value: fc.uniqueArray(fc.constantFrom(...SEXES), { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('stage'),
    op: fc.constant('in'),
    value: fc.uniqueArray(fc.constantFrom(...LIFECYCLE_STAGES), { minLength: 1 }),
  }),
  fc.record({ fact: fc.constant('stage'), op: fc.constant('eq'), value: fc.constantFrom(...LIFECYCLE_STAGES) }),
  fc.record({ fact: fc.constant('district'), op: fc.constant('eq'), value: text }),
  fc.record({ fact: fc.constant('age'), op: fc.constantFrom('ge', 'le'), value: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ fact: fc.constant('purpose'), op: fc.constant('has'), value: fc.constantFrom(...CONSENT_PURPOSES) }),
  fc.record({ fact: fc.constant('state'), op: fc.constant('has'), value: fc.constantFrom(...PERSON_STATES) }),
  fc.record({ fact: fc.constant('deceased'), op: fc.constant('eq'), value: fc.boolean() }),
);
const month = fc.integer({ min: 1, max: 12 }).map((m) => `2025-${String(m).padStart(2, '0')}-01T00:00:00+08:00`);
const when = {
  from: month,
  before: month,
  // The clock of the service goes on while the test asks: no contact stands at the edge of these.
  days: fc.integer({ min: 1, max: 400 }),
  atLeast: fc.integer({ min: 1, max: 3 }),
  more: fc.integer({ min: 0, max: 2 }),
};
const asOften = ({ more, ...rest }: { more?: number; atLeast?: number }) => ({
  ...rest,
  ...(more === undefined ? {} : { atMost: (rest.atLeast ?? 0) + more }),
});
const visits = fc
  .record(
    {
      class: fc.constantFrom(...ENCOUNTER_CLASSES),
      department: fc.oneof(fc.constantFrom('03', '04'), text),
      diagnosis: fc.constantFrom('I', 'I10', 'i10.x', 'E11.9', 'E1'),
      ...when,
    },
    { requiredKeys: [] },
  )
  .map((said) => ({ visits: asOften(said) }));
const contacts = fc
  .record(
    {
      kind: fc.constant('follow-up'),
      what: fc.oneof(fc.constantFrom('follow-up.task.opened', 'follow-up.task.completed'), text),
      channel: fc.constantFrom(...CHANNELS.slice(0, 4)),
      outcome: fc.oneof(fc.constantFrom('reached', 'no-answer'), text),
      ...when,
    },
    { requiredKeys: [] },
  )
  .map((said) => ({ contacts: asOften(said) }));
const { filter: anyFilter } = fc.letrec<{ filter: object }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fact,
    visits,
    contacts,
    tie('filter').map((not) => ({ not })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 4 }).map((and) => ({ and })),
    fc.array(tie('filter'), { minLength: 1, maxLength: 4 }).map((or) => ({ or })),
  ),
}));

const setsOf = (filter: object) => JSON.stringify(filter).split(/"(?:visits|contacts)":/).length - 1;

const ofTags = fc.oneof(
  fc.record({ fact: fc.constant('tag'), op: fc.constant('has'), value: fc.constantFrom('age.60-69', 'emotion.calm') }),
  fc.record({ fact: fc.constant('district'), op: fc.constant('eq'), value: fc.constantFrom('南山区', '福田区') }),
);
/** Selects by tags or districts, and asks for nothing that only the record has. */
const tagged = fc
  .tuple(
    fc.oneof(
      ofTags,
      fc.array(ofTags, { minLength: 1, maxLength: 3 }).map((or) => ({ or })),
    ),
    fc.array(
      fc.oneof(
        ofTags,
        visits,
        contacts,
        ofTags.map((not) => ({ not })),
        visits.map((not) => ({ not })),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([first, others]) => ({ and: [first, ...others] }));

describe('a segment', () => {
  it('PT-4 of tags and districts is found without the records, and has the same people', async () => {
    const readings = hospital.app.get(SegmentReadings);
    const now = Temporal.Instant.from(hospital.clock.now().toISOString()).toZonedDateTimeISO('Asia/Shanghai');
    await fc.assert(
      fc.asyncProperty(tagged, async (json) => {
        const filter = readings.check(json);
        expect(segmentMembers(filter, now, () => '$1').from).toContain('FROM person_tagging');
        const expected = everybody.people.filter((person) => !person.mergedInto && isIn(filter, person, everybody));
        expect({ json, count: await readings.count(filter) }).toEqual({ json, count: expected.length });
      }),
      { numRuns: 20 },
    );
    const asked = {
      and: [
        { fact: 'tag', op: 'has', value: 'age.60-69' },
        { fact: 'sex', op: 'eq', value: 'male' },
      ],
    };
    expect(segmentMembers(readings.check(asked), now, () => '$1').from).toBe('person');
  }, 120_000);

  it('PT-4 whatever its filter, has exactly the people that the filter means, and nobody slips in a statement', async () => {
    const readings = hospital.app.get(SegmentReadings);
    await fc.assert(
      fc.asyncProperty(
        anyFilter.filter((json) => setsOf(json) <= 12),
        async (json) => {
          const filter = readings.check(json);
          const expected = everybody.people.filter((person) => !person.mergedInto && isIn(filter, person, everybody));
          expect({ json, count: await readings.count(filter) }).toEqual({ json, count: expected.length });
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  it('PT-4 is saved, changed by who read it last, counted, paged and deleted', async () => {
    const filter = { and: [tag('emotion.calm'), { not: { fact: 'deceased', op: 'eq', value: true } }] };
    await hospital.api('agent').post('/patients/segments').send({ name: '平和', filter }).expect(403);
    const { body: made } = await manager().post('/patients/segments').send({ name: '平和', filter }).expect(201);
    const { id } = made as Segment;
    const { body: counted } = await manager().get(`/patients/segments/${id}/count`).expect(200);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = { limit: 7, ...(cursor === '' ? {} : { cursor }) };
      const { body } = await manager().get(`/patients/segments/${id}/members`).query(query).expect(200);
      ids.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor as string | null;
    }
    expect(new Set(ids).size).toBe(counted.count);
    expect(counted.count).toBeGreaterThan(7);

    const change = (version: number) => manager().patch(`/patients/segments/${id}`).set('if-match', `"${version}"`);
    const [one, other] = await Promise.all([change(1).send({ name: '甲' }), change(1).send({ name: '乙' })]);
    expect([one.status, other.status].toSorted()).toEqual([200, 412]);
    const { body: read } = await manager().get(`/patients/segments/${id}`).expect(200);
    expect(read).toMatchObject({ version: 2, filter });
    await manager().delete(`/patients/segments/${id}`).set('if-match', '"2"').expect(204);
    await manager().get(`/patients/segments/${id}/count`).expect(404);
    await manager().get(`/patients/segments/${newId()}/members`).expect(404);
  });

  it('PT-4 over contacts is read by indexes, by when and by how they ended', async () => {
    await hospital.source.query(
      `INSERT INTO contact (event_id, person_id, kind, what, channel, outcome, at, subject_id)
       SELECT gen_random_uuid(), $1, 'follow-up', 'follow-up.task.completed', 'phone', 'busy',
              $2::timestamptz - n * interval '1 hour', gen_random_uuid() FROM generate_series(10000, 40000) n`,
      [everybody.people[0]?.id, hospital.clock.now()],
    );
    await hospital.source.query('VACUUM ANALYZE contact');
    const now = Temporal.Instant.from(hospital.clock.now().toISOString()).toZonedDateTimeISO('Asia/Shanghai');
    const planOf = async (contacts: object) => {
      const values: unknown[] = [];
      const filter = hospital.app.get(SegmentReadings).check({ contacts });
      const condition = segmentSql(filter, now, (value) => `$${values.push(value)}`);
      const rows: Record<string, string>[] = await hospital.source.query(
        `EXPLAIN SELECT count(*) FROM person WHERE ${condition}`,
        values,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await planOf({ outcome: 'reached', days: 30 })).toContain('Index Only Scan using contact_outcome');
    expect(await planOf({ kind: 'follow-up', channel: 'phone', days: 30, atMost: 0 })).toContain(
      'Index Only Scan using contact_at',
    );
    await hospital.source.query(`DELETE FROM contact WHERE outcome = 'busy'`);
  });

  it('PT-4 over visits of any class is read by the index of class and time, on PostgreSQL 15 too', async () => {
    await hospital.source.query(
      `INSERT INTO encounter (id, patient_id, partner, visit_number, version, class, status, department_code,
              diagnoses, procedures, discharge_number, began_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'PLAN', n::text, 1, 'outpatient', 'finished', (n % 500)::text, '[]', '[]', 0,
              $2::timestamptz - n * interval '1 hour', $2, $2 FROM generate_series(10000, 40000) n`,
      [everybody.people[0]?.id, hospital.clock.now()],
    );
    await hospital.source.query('VACUUM ANALYZE encounter');
    const values: unknown[] = [];
    const filter = hospital.app.get(SegmentReadings).check({ visits: { days: 30 } });
    const now = Temporal.Instant.from(hospital.clock.now().toISOString()).toZonedDateTimeISO('Asia/Shanghai');
    const condition = segmentSql(filter, now, (value) => `$${values.push(value)}`);
    const rows: Record<string, string>[] = await hospital.source.query(
      `EXPLAIN SELECT count(*) FROM person WHERE ${condition}`,
      values,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('encounter_class_began');
    expect(plan).toMatch(/Index Cond: .*class = ANY/);
    await hospital.source.query(`DELETE FROM encounter WHERE partner = 'PLAN'`);
  });

  it('PT-4 is tried before it is saved', async () => {
    const { body } = await preview(tag('emotion.calm')).expect(200);
    expect(body.items.length).toBe(Math.min(20, body.count));
  });

  it('PT-9 tells nobody by its members what he sees masked', async () => {
    const masked = hospital.api('administrator');
    const filter = { and: [tag('emotion.calm'), { not: { fact: 'sex', op: 'eq', value: 'male' } }] };
    const { body } = await masked.post('/patients/segments/preview').send({ filter }).expect(403);
    expect(body).toMatchObject({ code: 'right-required', right: 'personal.unmasked' });
    const { body: seen } = await masked
      .post('/patients/segments/preview')
      .send({ filter: tag('emotion.calm') })
      .expect(200);
    expect(seen.items[0].name).toContain('*');
  });

  const deep = (levels: number): object => (levels === 1 ? tag('x') : { not: deep(levels - 1) });
  it.each([
    ['/filter/fact', { fact: 'password', op: 'eq', value: 1 }],
    ['/filter/and/1/op', { and: [tag('x'), { fact: 'age', op: 'like', value: 1 }] }],
    ['/filter/and/0/value', { and: [{ fact: 'age', op: 'ge', value: '60; DROP TABLE person' }] }],
    ['/filter/or', { or: [] }],
    ['/filter/xor', { xor: [tag('x')] }],
    ['/filter/or', { and: [tag('x')], or: [tag('x')] }],
    ['/filter/sql', { ...tag('x'), sql: '1=1' }],
    ['/filter/value', { fact: 'stage', op: 'eq', value: 'none' }],
    ['/filter/op', { fact: 'stage', op: 'has', value: 'churned' }],
    ['/filter/visits/diagnosis', { visits: { diagnosis: "I10'" } }],
    ['/filter/visits/from', { visits: { from: 'yesterday' } }],
    ['/filter/visits/atMost', { visits: { atLeast: 3, atMost: 2 } }],
    ['/filter/contacts/kind', { contacts: { kind: 'sorcery' } }],
    ['/filter/contacts/channel', { contacts: { channel: 'drum' } }],
    ['/filter/contacts/days', { contacts: { days: 0 } }],
    ['/filter/contacts/step', { contacts: { step: 'visit-1' } }],
    ['/filter/contacts/atLeast', { contacts: { atLeast: 0 } }],
    ['/filter/not', { not: null }],
    ['/filter', []],
    ['/filter/~1~0', { '/~': 1 }],
    ['/filter/or/12/contacts', { or: [...Array.from({ length: 12 }, () => ({ visits: {} })), { contacts: {} }] }],
    ['/filter/and/199', { and: Array.from({ length: 250 }, () => tag('x')) }],
    ['/filter/not/not/not/not/not/not/not/not', deep(9)],
  ])('PT-4 is refused at %s', async (pointer, filter) => {
    const { body } = await preview(filter).expect(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([pointer]);
  });

  it('PT-4 may be 8 deep; 10,000 deep is refused and costs nothing', async () => {
    await preview(deep(8)).expect(200);
    const body = `{"filter":${'{"not":'.repeat(10_000)}{}${'}'.repeat(10_000)}}`;
    const { body: problem } = await manager()
      .post('/patients/segments/preview')
      .set('content-type', 'application/json')
      .send(body)
      .expect(400);
    expect(problem.errors).toMatchObject([{ code: 'too-deep' }]);
  });

  it.each([
    ['100,000 conditions', `{"or":[${Array<string>(100_000).fill('{}').join()}]}`, '/filter/or/0/', 400],
    ['100,000 keys', `{${Array.from({ length: 60_000 }, (_, at) => `"k${at}":1`).join()}}`, '/filter/k1', 400],
    [
      '100,000 values',
      `{"fact":"district","op":"in","value":[${Array<string>(100_000).fill('"x"').join()}]}`,
      '/filter/value',
      400,
    ],
    [
      'more than a body may have',
      `{"or":[${Array<string>(100_000)
        .fill(JSON.stringify(tag('x')))
        .join()}]}`,
      undefined,
      413,
    ],
  ])('PT-4 of %s is refused and costs nothing', async (_name, filter, pointer, status) => {
    const { body: problem } = await manager()
      .post('/patients/segments')
      .set('content-type', 'application/json')
      .send(`{"name":"x","filter":${filter}}`)
      .expect(status);
    expect(problem.errors?.[0]?.field).toBe(pointer);
  });
});

describe('a segment that follow-up asks for', () => {
  /** The test asks as follow-up, and takes every piece. */
  const ask = async (question: object): Promise<string[]> => {
    const { connection } = hospital.broker;
    const pieces: string[] = [];
    let isOver = false;
    const channel = `answer.follow-up.${newId()}`;
    const answers = connection.subscribe(channel, {
      callback: (_error, piece) => {
        pieces.push(piece.string());
        isOver = piece.headers?.has('last') === true;
        piece.respond();
      },
    });
    connection.publish('ask.patients.segment-members.v1', JSON.stringify(question), { reply: channel });
    await eventually(() => expect(isOver).toBe(true));
    answers.unsubscribe();
    return pieces.join('').split('\n').filter(Boolean);
  };

  it('FU-11 PT-4 says what it is and names its people in the order of ids, or those behind one of them', async () => {
    const filter = { and: [tag('emotion.calm'), { fact: 'age', op: 'ge', value: 1 }] };
    const { body: segment } = await manager().post('/patients/segments').send({ name: '平和', filter }).expect(201);
    const { body: counted } = await manager().get(`/patients/segments/${segment.id}/count`).expect(200);
    const [head, ...ids] = await ask({ segmentId: segment.id });
    expect(JSON.parse(head ?? '')).toEqual({ found: true, name: '平和', tellsPersonal: true, members: counted.count });
    expect(counted.count).toBeGreaterThan(2);
    expect(ids).toHaveLength(counted.count);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect((await ask({ segmentId: segment.id, after: ids[1] })).slice(1)).toEqual(ids.slice(2));
    expect(await ask({ segmentId: newId() })).toEqual([expect.stringContaining('"found":false')]);
  });
});
