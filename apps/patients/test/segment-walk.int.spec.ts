import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPatients } from './hospital.js';

const MEMBERS = 10_000;
const TAG = 'disease.gout';

describe('a segment of many', () => {
  let hospital: TestService;
  beforeAll(async () => {
    hospital = await startPatients();
    await hospital.source.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO person (id, version, name, phones, deceased, allowed_purposes, states, told_at, name_text,
                             name_grams, name_readings, phone_keys, created_at, updated_at)
         SELECT gen_random_uuid(), 1, '王伟', '[]', false, '{}', '{}', '{}', '', '{}', '{}', '{}', $1, $1
           FROM generate_series(1, ${MEMBERS})`,
        [hospital.clock.now()],
      );
      await tx.query('UPDATE person_tagging SET due_at = NULL, tags = $1', [[TAG]]);
    });
  }, 120_000);
  afterAll(() => hospital.stop());

  it('PT-4 is walked to its end, 10,000 members deep: each once, as many as were counted', async () => {
    const manager = hospital.api('centre-manager');
    const said = { name: '痛风', filter: { fact: 'tag', op: 'has', value: TAG } };
    const { body: segment } = await manager.post('/patients/segments').send(said).expect(201);
    const at = `/patients/segments/${segment.id}`;
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { limit: 200, ...(cursor === null ? {} : { cursor }) };
      const { body } = await manager.get(`${at}/members`).query(query).expect(200);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor as string | null;
    } while (cursor !== null && ids.length <= MEMBERS);
    expect([ids.length, new Set(ids).size]).toEqual([MEMBERS, MEMBERS]);
    expect((await manager.get(`${at}/count`).expect(200)).body).toEqual({ count: MEMBERS });
  }, 120_000);
});
