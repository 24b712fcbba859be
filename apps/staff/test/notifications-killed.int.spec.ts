import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotificationEscalatedV1, NotificationMessageRequestedV1 } from '#contracts';
import { eventually, natsUrlAs, ServiceProcess, testEnvironment, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aColleague, inboxOf, send } from './notification-desk.js';
import { startStaff } from './staff-service.js';

const PROGRAM = new URL('./staff-process.ts', import.meta.url);
const KILL_POINT = new URL('../../../libs/testing/src/kill-point.ts', import.meta.url);

describe('a process that is killed while it escalates', () => {
  let staff: TestService;
  let directory: string;
  const others: TestService[] = [];
  const victims: ServiceProcess[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'killed-escalation-'));
    staff = await startStaff();
    await staff.clock.set('2026-03-02T10:00:00+08:00');
  });

  afterEach(async () => {
    for (const victim of victims.splice(0)) victim.signal('SIGKILL');
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await staff.stop();
    rmSync(directory, { recursive: true });
  });

  /** Dies when it reaches the checkpoint for the third time. */
  const dieAt = async (checkpoint: string) => {
    const { signingKey, jwksUrl } = testEnvironment();
    const file = join(directory, 'kill-point');
    writeFileSync(file, `staff ${checkpoint} 3`);
    const victim = await ServiceProcess.start(PROGRAM, {
      ...{ DATABASE_URL: staff.databaseUrl, NATS_URL: natsUrlAs('staff'), JWKS_URL: jwksUrl, LOG_LEVEL: 'warn' },
      ...{ STAFF_SIGNING_KEY: signingKey, CLOCK_OFFSET_FILE: staff.clock.file },
      ...{ NODE_OPTIONS: `--import ${KILL_POINT.href}`, KILL_POINT_FILE: file },
    });
    victims.push(victim);
    return victim.exited;
  };

  it.each(['notification.escalating', 'notification.escalated'])(
    'ORG-2 leaves every escalation to happen once: %s',
    async (checkpoint) => {
      const [first, next] = [await aColleague(staff, 'first'), await aColleague(staff, 'next')];
      const to = [{ accountId: first.accountId }];
      const change = { urgency: 'red', to, next: [{ accountId: next.accountId }], acknowledgeWithinSeconds: 60 };
      for (let n = 0; n < 6; n += 1) await send(staff, change);
      await staff.app.close();
      await staff.clock.advance({ minutes: 2 });
      expect(await dieAt(checkpoint)).toMatchObject({ signal: 'SIGKILL' });
      const heir = await startStaff({}, staff);
      others.push(heir);
      const told = async () =>
        (await inboxOf({ ...next, api: heir.api('agent').set('authorization', `Bearer ${next.token}`) })).length;
      await eventually(async () => expect(await told()).toBe(6));
      const escalated = await heir.events(NotificationEscalatedV1);
      expect(escalated).toHaveLength(6);
      expect(new Set(escalated.map(({ data }) => data.notificationId)).size).toBe(6);
      const messages = await heir.events(NotificationMessageRequestedV1);
      expect(messages.filter(({ data }) => data.personId === next.accountId)).toHaveLength(6);
    },
    120_000,
  );
});
