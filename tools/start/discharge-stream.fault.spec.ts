import { eventually, dischargeMessage, sendUntilAnswered, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? '3');
const DISCHARGES = Number(process.env['FAULT_DISCHARGES'] ?? '2000');
const CONNECTIONS = 4;
const VICTIMS = ['his', 'patients', 'follow-up', 'postgres', 'nats'] as const;
const RECOVERY_MS = 120_000;

describe(`${DISCHARGES} discharges streaming in while parts of the hospital are killed`, () => {
  let hospital: TestHospital;
  const dischargedAt = Temporal.ZonedDateTime.from('2026-03-02T10:15[Asia/Shanghai]');

  beforeAll(async () => {
    hospital = await TestHospital.open();
  }, 120_000);

  afterAll(() => hospital.close(), 60_000);

  async function kill(victim: (typeof VICTIMS)[number]): Promise<void> {
    const { stack } = hospital;
    if (victim === 'postgres' || victim === 'nats') await stack[victim].server?.kill();
    else await stack.service(victim).kill();
  }

  const total = async (service: string, sql: string) =>
    Number((await hospital.rows<{ count: string }>(service, sql))[0]?.count);

  it.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'FU-1 round %i: every acknowledged discharge has exactly one plan, without a hand being moved',
    async (round) => {
      const first = (round - 1) * DISCHARGES;
      const numbers = Array.from({ length: DISCHARGES }, (_, index) => first + index);
      let answered = 0;
      const lanes = Array.from({ length: CONNECTIONS }, async (_, lane) => {
        for (const number of numbers.filter((each) => each % CONNECTIONS === lane)) {
          const message = Buffer.from(dischargeMessage({ number, at: dischargedAt }));
          expect(await sendUntilAnswered(hospital.mllp, [message])).toEqual(['AA']);
          answered += 1;
        }
      });
      const streaming = Promise.all(lanes);
      // Each victim dies once a round, at a random point of the stream and in a random order.
      const points = VICTIMS.map(() => Math.floor(Math.random() * DISCHARGES)).toSorted((a, b) => a - b);
      const victims = VICTIMS.map((victim) => ({ victim, at: Math.random() })).toSorted((a, b) => a.at - b.at);
      for (const [index, { victim }] of victims.entries()) {
        await eventually(() => expect(answered).toBeGreaterThanOrEqual(points[index] as number), { timeout: 120_000 });
        await kill(victim);
      }
      await streaming;

      const expected = first + DISCHARGES;
      await eventually(async () => expect(await total('follow-up', 'SELECT count(*) FROM plan')).toBe(expected), {
        timeout: RECOVERY_MS,
      });
      expect(await total('follow-up', 'SELECT count(DISTINCT encounter_id) FROM plan')).toBe(expected);
      expect(await total('follow-up', 'SELECT count(DISTINCT patient_id) FROM plan')).toBe(expected);
      expect(
        await total(
          'follow-up',
          'SELECT count(*) FROM plan p WHERE (SELECT count(*) FROM task t WHERE t.plan_id = p.id) < 4',
        ),
      ).toBe(0);
      expect(await total('his', 'SELECT count(DISTINCT control_id) FROM hl7_message')).toBe(expected);
      for (const service of ['his', 'patients', 'follow-up']) {
        expect(await total(service, 'SELECT count(*) FROM parked_event')).toBe(0);
        // A relay that was killed last may still be on its way back.
        await eventually(
          async () => expect(await total(service, 'SELECT count(*) FROM outbox WHERE published_at IS NULL')).toBe(0),
          { timeout: RECOVERY_MS },
        );
      }
    },
    300_000,
  );
});
