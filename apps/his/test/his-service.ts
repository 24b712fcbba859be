import type { Role } from '#contracts';
import { eventBusMigrations } from '#event-bus';
import { Clock, platformMigrations } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { expect } from '@jest/globals';
import type { Message, MessageSummary } from '../src/messages/messages.dto.js';
import { HisModule } from '../src/his.module.js';
import { hisMigrations } from '../src/migrations/index.js';
import { MllpClient } from '../src/mllp/mllp-client.js';
import { MllpPorts } from '../src/mllp/mllp-ports.js';
import { anAdt, type AdtParts } from './corpus/an-adt.js';

/** May read messages, and see who they are about. */
export const READER: Role[] = ['integrator', 'agent'];

export type Environment = Record<string, string>;

export interface HisService extends TestService {
  readonly mllpPort: number;
  /** A new connection to the MLLP port; all are closed by `stop`. */
  sender(timeoutMs?: number): Promise<MllpClient>;
  /** Newest first. */
  messages(query?: string): Promise<MessageSummary[]>;
  message(id: string): Promise<Message>;
  /** Moves time, and waits until the service has seen it. */
  at(instant: string): Promise<void>;
}

/** The his service with its MLLP port on a free port. */
export async function startHis(environment: Environment = {}, replicaOf?: TestService): Promise<HisService> {
  const service = await startTestService({
    service: 'his',
    module: HisModule,
    migrations: [...platformMigrations, ...eventBusMigrations, ...hisMigrations],
    environment: { MLLP_PORT: '0', HIS_STORE_PATIENCE_MS: '8000', ...environment },
    ...(replicaOf ? { replicaOf } : {}),
  });
  for (const name of Object.keys(environment)) delete process.env[name];
  const mllpPort = service.app.get(MllpPorts).port();
  const senders: MllpClient[] = [];
  return {
    ...service,
    mllpPort,
    sender: async (timeoutMs = 20_000) => {
      const client = await MllpClient.connect({ host: '127.0.0.1', port: mllpPort, timeoutMs });
      senders.push(client);
      return client;
    },
    messages: async (query = '') =>
      (
        await service
          .api(...READER)
          .get(`/his/messages?${query}`)
          .expect(200)
      ).body.items,
    message: async (id) =>
      (
        await service
          .api(...READER)
          .get(`/his/messages/${id}`)
          .expect(200)
      ).body,
    at: async (instant) => {
      await service.clock.set(instant);
      const clock = service.app.get(Clock);
      await eventually(() => expect(clock.now().getTime() - Date.parse(instant)).toBeLessThan(60_000));
      await eventually(() => expect(clock.now().getTime() - Date.parse(instant)).toBeGreaterThanOrEqual(0));
    },
    stop: async () => {
      await service.stop();
      await Promise.all(senders.map((sender) => sender.close()));
    },
  };
}

let count = 0;

/** A discharge of its own: control id, record and visit number are nobody else's. */
export function aDischarge(parts: AdtParts = {}): { controlId: string; text: string; bytes: Buffer } {
  count += 1;
  const controlId = parts.msh?.[10] ?? `T${count}`;
  const text = anAdt({
    ...parts,
    msh: { ...parts.msh, 10: controlId },
    pid: parts.pid === null ? null : { 3: `R${count}^^^HIS^MR`, ...parts.pid },
    pv1: parts.pv1 === null ? null : { 19: `V${count}`, ...parts.pv1 },
  });
  return { controlId, text, bytes: Buffer.from(text, 'utf8') };
}

/** `AA`, `AE` … of an answer. */
export function codeOf(answer: Buffer): string {
  return /\rMSA\W(\w\w)/.exec(answer.toString('latin1'))?.[1] ?? 'none';
}
