import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn, type HospitalClient } from '#client';
import { eventually } from './eventually.js';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { DEMO_USERS } from '../../../tools/start/demo-users.js';
import { launchStack, type Stack, type StackOptions } from '../../../tools/start/launch-stack.js';
import { MllpSender, type MllpAddress } from '../../../tools/start/mllp-sender.js';

/** A whole hospital in processes of its own, for tests through its front doors. */
export class TestHospital {
  private signedIn: Promise<Record<string, string>> | undefined;

  private constructor(
    private running: Stack,
    readonly dataDir: string,
    private readonly options: StackOptions,
  ) {}

  /** @param services other programs than those of dist/ */
  static async open(
    env: Record<string, string> = {},
    { services }: Pick<StackOptions, 'services'> = {},
  ): Promise<TestHospital> {
    const dataDir = mkdtempSync(join(tmpdir(), 'hospital-trail-'));
    const options = { dataDir, env: { LOG_LEVEL: 'warn', ...env }, services };
    return new TestHospital(await launchStack(options), dataDir, options);
  }

  get stack(): Stack {
    return this.running;
  }

  /** Stops everything, does the work, and starts everything again on the same data. */
  async closedFor(work: () => Promise<void>): Promise<void> {
    await this.running.stop();
    await work();
    this.running = await launchStack(this.options);
  }

  get mllp(): MllpAddress {
    return { host: '127.0.0.1', port: this.stack.ports['mllp'] as number };
  }

  /** Rows of a service's own database. */
  async rows<T extends pg.QueryResultRow>(service: string, sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.stack.databaseUrls[service] as string });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** A typed client of the gateway, as a demo user. */
  client(user: keyof typeof DEMO_USERS = 'admin'): Promise<HospitalClient> {
    const { username, password } = DEMO_USERS[user];
    return logIn({ baseUrl: this.stack.urls['gateway'] as string }, { username, password });
  }

  async close(): Promise<void> {
    await this.stack.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A bearer token of the demo administrator. */
  authorization(): Promise<Record<string, string>> {
    this.signedIn ??= this.signIn();
    return this.signedIn;
  }

  private async signIn(): Promise<Record<string, string>> {
    const { username, password } = DEMO_USERS.admin;
    const answer = await fetch(`${this.stack.urls['gateway']}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return { authorization: `Bearer ${accessToken}` };
  }
}

/** Sends like a patient HIS: a message without an answer is sent again on a new connection until it has one. */
export async function sendUntilAnswered(at: MllpAddress, messages: Uint8Array[]): Promise<string[]> {
  const codes: string[] = [];
  let sender: MllpSender | undefined;
  for (const message of messages) {
    await eventually(
      async () => {
        try {
          sender ??= await MllpSender.connect(at);
          codes.push(await sender.send(message));
        } catch (error) {
          sender?.close();
          sender = undefined;
          throw error;
        }
      },
      { timeout: 60_000 },
    );
  }
  sender?.close();
  return codes;
}

export interface Discharge {
  /** Distinguishes patients and visits of one test. */
  number: number;
  at: Temporal.ZonedDateTime;
  name?: string;
  /** Further PID fields by number, for instance `{ 30: 'Y' }`. */
  pid?: Record<number, string>;
}

const stamp = (at: Temporal.ZonedDateTime) =>
  at.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-T:]/g, '');

/** An ADT^A03 in UTF-8, as text. */
export function dischargeMessage({ number, at, name = '测试^患者', pid = {} }: Discharge): string {
  const fields = { 3: `T${number}^^^TEST^MR`, 5: name, 7: '19700101', 8: 'F', ...pid };
  const pidFields = Array.from({ length: 30 }, (_, index) => (fields as Record<number, string>)[index + 1] ?? '');
  const pv1: Record<number, string> = {
    1: '1',
    2: 'I',
    3: '^^^03.04&心血管内科',
    19: `V${number}`,
    44: stamp(at.subtract({ days: 5 })),
    45: stamp(at),
  };
  const pv1Fields = Array.from({ length: 45 }, (_, index) => pv1[index + 1] ?? '');
  return [
    `MSH|^~\\&|HIS|TEST|HCSC|HOSPITAL|${stamp(at)}||ADT^A03^ADT_A03|TRAIL${number}|P|2.5.1||||||UNICODE UTF-8`,
    `EVN|A03|${stamp(at)}`,
    `PID|${pidFields.join('|')}`,
    `PV1|${pv1Fields.join('|')}`,
    '',
  ].join('\r');
}
