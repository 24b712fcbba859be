import { bindTo, ListReading } from '#platform';
import { eventually, faultsOfList, type TestService } from '#testing';
import { HisVisitDischargedV1 } from '#contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECISIONS } from '../src/decisions/decisions.list.js';
import { DUPLICATES } from '../src/duplicates/duplicates.list.js';
import { ENCOUNTERS } from '../src/encounters/encounters.list.js';
import { IMPORTS } from '../src/imports/imports.list.js';
import { MERGES } from '../src/merges/merges.list.js';
import { PATIENTS } from '../src/people/people.list.js';
import { SEGMENTS } from '../src/segments/segments.list.js';
import { SENSITIVE_TERM_LIST } from '../src/sensitive-terms/sensitive-terms.list.js';
import { TAG_WORD_LIST, TAGS } from '../src/tags/tags.list.js';
import { aNationalId, aRecordNumber, aVisitNumber, aVisitReport, startPatients } from './hospital.js';
import { allSettled } from './statements.js';

describe('the lists of patients', () => {
  let hospital: TestService;
  let id: string;
  let nationalId: string;

  beforeAll(async () => {
    hospital = await startPatients();
    const number = aRecordNumber();
    for (const visit of [aVisitNumber(), aVisitNumber()]) {
      await hospital.publish(HisVisitDischargedV1, aVisitReport(number, visit, 5));
    }
    nationalId = aNationalId();
    for (const facts of [{ birthDate: '1949-12-31' }, { nationalId }, {}]) {
      const person = { name: '王伟', identifiers: [aRecordNumber()], ...facts };
      await hospital.api('agent').post('/patients').send(person).expect(201);
    }
    id = await eventually(async () => {
      const { body } = await hospital.api('agent').get('/patients').query({ mrn: number.value }).expect(200);
      expect(body.items).toHaveLength(1);
      return body.items[0].id as string;
    });
    await eventually(async () => {
      const { body } = await hospital.api('agent').get(`/patients/${id}/encounters`).expect(200);
      expect(body.items).toHaveLength(2);
    });
    const told = { purpose: 'marketing', granted: true, legalBasis: 'consent', channel: 'phone' };
    await hospital.api('agent').post(`/patients/${id}/consents`).send(told).expect(201);
    // Lists that are walked must stand still meanwhile.
    await allSettled(hospital);
  });
  afterAll(() => hospital.stop());

  it('ADR 46: can be sorted by every field they name, and filtered by each with every operator', async () => {
    const agent = hospital.api('agent');
    expect(await faultsOfList(agent, '/patients', PATIENTS)).toEqual([]);
    expect(await faultsOfList(agent, '/patients', PATIENTS, { q: '王伟' })).toEqual([]);
    expect(await faultsOfList(hospital.api('centre-manager'), '/patients/imports', IMPORTS)).toEqual([]);
    expect(await faultsOfList(agent, `/patients/${id}/encounters`, ENCOUNTERS)).toEqual([]);
    expect(await faultsOfList(agent, `/patients/${id}/decisions`, DECISIONS)).toEqual([]);
    expect(await faultsOfList(agent, '/patients/tags', TAGS)).toEqual([]);
    const admin = hospital.api('administrator');
    expect(await faultsOfList(admin, '/patients/sensitive-terms', SENSITIVE_TERM_LIST)).toEqual([]);
    expect(await faultsOfList(agent, '/patients/segments', SEGMENTS)).toEqual([]);
    expect(await faultsOfList(agent, `/patients/${id}/tags/history`, TAG_WORD_LIST)).toEqual([]);
    expect(await faultsOfList(agent, '/patients/duplicates', DUPLICATES)).toEqual([]);
    expect(await faultsOfList(agent, `/patients/${id}/duplicates`, DUPLICATES)).toEqual([]);
    expect(await faultsOfList(agent, `/patients/${id}/merges`, MERGES)).toEqual([]);
  }, 180_000);

  it('PT-9: who sees them masked learns no number, name or birth by comparing, sorting or turning pages', async () => {
    const masked = hospital.api('administrator');
    for (const query of [
      { filter: `nationalId gt '${nationalId.slice(0, 10)}'` },
      { filter: `sex eq 'male' or not (name eq '王伟')` },
      { filter: `birthDate eq null` },
      { sort: 'birthDate' },
      { sort: 'createdAt,-name' },
    ]) {
      const { body } = await masked.get('/patients').query(query).expect(403);
      expect(body).toMatchObject({ code: 'right-required', right: 'personal.unmasked' });
    }
    await masked.get(`/patients/${id}/encounters`).query({ sort: 'visitNumber' }).expect(403);
    await masked.get('/patients').query({ filter: 'deceased eq false', sort: '-updatedAt' }).expect(200);
    const { body } = await hospital
      .api('agent')
      .get('/patients')
      .query({ filter: `nationalId eq '${nationalId}'` });
    expect(body.items).toMatchObject([{ nationalId }]);
  });

  it('ADR 46: names what is wrong with a filter and where, in Chinese and English', async () => {
    const refused = async (language: string, query: object): Promise<object> =>
      (await hospital.api('agent').get('/patients').set('accept-language', language).query(query).expect(400)).body
        .errors;
    const filter = `deceased eq true and sexe eq 'male'`;
    expect(await refused('en', { filter })).toEqual([
      {
        ...{ field: 'filter', code: 'unknown-filter-field', position: 22 },
        reason: `has “sexe” at 22, which is no field to filter by; possible are: ${[...PATIENTS.fields.keys()].join(', ')}`,
      },
    ]);
    expect(await refused('zh-CN', { filter: `createdAt gt '2026-03-01'` })).toMatchObject([
      { position: 14, reason: expect.stringContaining('第 14 个字符处：createdAt 的值必须是单引号内带时区偏移的时间') },
    ]);
    expect(await refused('en', { sort: 'id,sex' })).toMatchObject([{ field: 'sort', position: 4 }]);
  });

  it('ADR 46: the default order of thirty thousand people is read from its index, behind a cursor too', async () => {
    await hospital.source.query(
      `INSERT INTO person (id, version, phones, deceased, told_at, name_text, name_grams, name_readings, phone_keys,
                           allowed_purposes, states, created_at, updated_at)
       SELECT gen_random_uuid(), 1, '[]', n % 50 = 0, '{}', '', '{}', '{}', '{}', '{}', '{}', $1, $1
         FROM generate_series(1, 30000) n`,
      [hospital.clock.now()],
    );
    await hospital.source.query('ANALYZE person');
    const query = { limit: 50, filter: 'deceased eq false' };
    const { nextCursor: cursor } = new ListReading(PATIENTS, { limit: 1 }).page([1, 2], [[id], [id]]);
    for (const asked of [query, { limit: 1, cursor: cursor ?? '' }]) {
      const reading = new ListReading(PATIENTS, asked);
      const values: unknown[] = [];
      const where = ['person.merged_into IS NULL', ...reading.conditions(bindTo(values))].join(' AND ');
      const rows: Record<string, string>[] = await hospital.source.query(
        `EXPLAIN SELECT * FROM person WHERE ${where} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
        values,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Index Scan using person_pkey');
      expect(plan).not.toContain('Sort');
    }
  }, 180_000);
});
