import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';

const TICKETS = 5;
const RECOVERY_MS = 60_000;
/** Where the death of the process would let a director hear nothing, or twice. */
const POINTS = [
  ['clock.escalating', 1],
  ['clock.escalated', 1],
  ['relay.published', 1],
] as const;

/** CP-2 with real processes and real kills. */
describe('the escalation of tickets, when the service dies between two lines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-escalation-'));
  const killPoint = join(directory, 'kill-point');
  let hospital: TestHospital;

  beforeAll(async () => {
    const preload = pathToFileURL(join(projectRoot(), 'dist', 'libs', 'testing', 'src', 'kill-point.js')).href;
    hospital = await TestHospital.open({ NODE_OPTIONS: `--import ${preload}`, KILL_POINT_FILE: killPoint });
  }, 120_000);
  afterAll(async () => {
    await hospital.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const countOf = async (service: string, sql: string, values: unknown[] = []) =>
    Number((await hospital.rows<{ count: string }>(service, `SELECT count(*) ${sql}`, values))[0]?.count);

  /** A red ticket in hand for so long that the director is due, and the general manager is not; not yet looked at. */
  async function lateTicket(): Promise<{ ticketId: string; clockId: string }> {
    const [ticketId, clockId] = [randomUUID(), randomUUID()];
    await hospital.rows(
      'complaints',
      `INSERT INTO ticket (id, number, kind, colour, settlement, channel, subject, text, department_code, state, received_at, opened_at, version)
       VALUES ($1, $2, 'consultation', 'red', 'investigation', 'phone', '费用咨询', '询问费用', 'GK', 'claimed', now(), now(), 1)`,
      [ticketId, `T-${ticketId.slice(0, 8)}`],
    );
    await hospital.rows(
      'complaints',
      `INSERT INTO clock (id, subject_type, subject_id, kind, rank, started_at, limit_unit, limit_value, ladder_name, ladder, step, due_at)
       VALUES ($1, 'ticket', $2, 'solution', 0, now() - interval '31 minutes', 'minutes', 30, 'standard', '{80,100,150}', 1, now() - interval '1 minute')`,
      [clockId, ticketId],
    );
    return { ticketId, clockId };
  }

  it.each(POINTS)(
    'CP-2 at %s: every late ticket is told to the director exactly once',
    async (point, times) => {
      const late = await Promise.all(Array.from({ length: TICKETS }, lateTicket));
      const [ticketIds, clockIds] = [late.map(({ ticketId }) => ticketId), late.map(({ clockId }) => clockId)];
      writeFileSync(killPoint, `complaints ${point} ${times}`);
      await hospital.rows('complaints', 'UPDATE clock SET next_at = due_at WHERE id = ANY ($1::uuid[])', [clockIds]);
      await eventually(() => expect(existsSync(killPoint)).toBe(false), { timeout: RECOVERY_MS });
      const climbed = 'FROM clock WHERE id = ANY ($1::uuid[]) AND level = 1 AND step = 2';
      await eventually(async () => expect(await countOf('complaints', climbed, [clockIds])).toBe(TICKETS), {
        timeout: RECOVERY_MS,
      });
      const notices = `FROM notification WHERE purpose = 'complaints.clock-late' AND subject_id = ANY ($1::text[])`;
      await eventually(async () => expect(await countOf('staff', notices, [ticketIds])).toBe(TICKETS), {
        timeout: RECOVERY_MS,
      });
      const events = `FROM outbox WHERE subject = 'complaints.ticket.escalated.v1' AND partition_key = ANY ($1::text[])`;
      expect(await countOf('complaints', events, [ticketIds])).toBe(TICKETS);
      const requests = `FROM outbox WHERE subject = 'complaints.notification.requested.v1' AND partition_key = ANY ($1::text[])`;
      expect(await countOf('complaints', requests, [ticketIds])).toBe(TICKETS);
      const entries = `FROM ticket_entry WHERE what = 'escalated' AND ticket_id = ANY ($1::uuid[])`;
      expect(await countOf('complaints', entries, [ticketIds])).toBe(TICKETS);
      const lines = `FROM clock_trail WHERE what = 'escalated' AND clock_id = ANY ($1::uuid[])`;
      expect(await countOf('complaints', lines, [clockIds])).toBe(TICKETS);
    },
    240_000,
  );
});
