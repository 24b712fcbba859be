import { dataOf, type HospitalClient } from '#client';
import { TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const MEMBERS = 10_000;
const TAG = 'disease.gout';
const DEPTH = 10_000;

/** At the front door: the gateway has limits of its own on bodies, rates and time. */
describe('a segment of many, through the gateway', () => {
  let hospital: TestHospital;
  let client: HospitalClient;
  beforeAll(async () => {
    hospital = await TestHospital.open();
    client = await hospital.client('manager');
    await hospital.rows(
      'patients',
      `WITH made AS (
         INSERT INTO person (id, version, name, phones, deceased, allowed_purposes, states, told_at, name_text,
                             name_grams, name_readings, phone_keys, created_at, updated_at)
         SELECT gen_random_uuid(), 1, '王伟', '[]', false, '{}', '{}', '{}', '', '{}', '{}', '{}', $1, $1
           FROM generate_series(1, ${MEMBERS}) RETURNING id)
       SELECT count(*) FROM made`,
      [new Date()],
    );
    // As if a rule had given it to them, and to nobody of the demo.
    await hospital.rows(
      'patients',
      `UPDATE person_tagging SET due_at = NULL,
              tags = CASE WHEN name_text = '' THEN $1::text[] ELSE array_remove(tags, $1[1]) END
         FROM person WHERE person.id = person_tagging.person_id`,
      [[TAG]],
    );
  }, 120_000);
  afterAll(() => hospital.close(), 60_000);

  it('PT-4 is walked to its end, 10,000 members deep: each once, as many as were counted', async () => {
    const filter = { fact: 'tag', op: 'has', value: TAG };
    const { id } = await dataOf(client.POST('/patients/segments', { body: { name: '痛风', filter } }));
    const path = { id };
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const page = await dataOf(client.GET('/patients/segments/{id}/members', { params: { path, query } }));
      ids.push(...page.items.map((member) => member.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && ids.length <= MEMBERS);
    expect([ids.length, new Set(ids).size]).toEqual([MEMBERS, MEMBERS]);
    expect(await dataOf(client.GET('/patients/segments/{id}/count', { params: { path } }))).toEqual({ count: MEMBERS });
  }, 120_000);

  it('PT-4 nested 10,000 deep is refused with the place, and the door stays open', async () => {
    const answer = await fetch(`${hospital.stack.urls['gateway']}/patients/segments/preview`, {
      method: 'POST',
      headers: { ...(await hospital.authorization()), 'content-type': 'application/json' },
      body: `{"filter":${'{"not":'.repeat(DEPTH)}{}${'}'.repeat(DEPTH)}}`,
    });
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ code: 'too-deep' }] });
    await dataOf(client.GET('/patients/segments'));
  });
});
