import { join } from 'node:path';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { textOf } from './compose-file.js';

export const TABLE = join('deploy', 'nats', 'permissions.md');
const PROBE = 'probe';

/** What the table promises: `PS` may publish and subscribe, `P` or `S` one of both, `-` neither. */
export interface Row {
  subject: string;
  /** By user. */
  may: Record<string, string>;
}

/** The rows of deploy/nats/permissions.md. */
export function permissionTable(): Row[] {
  const lines = textOf(TABLE)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  const [, ...users] = cells(lines[0] ?? '');
  return lines.slice(2).map((line) => {
    const [subject = '', ...marks] = cells(line);
    return { subject, may: Object.fromEntries(users.map((user, index) => [user, marks[index] ?? ''])) };
  });
}

/** Asks a server itself what a user may do with each subject, in the marks of the table. */
export async function marksOf(connection: NatsConnection, subjects: string[]): Promise<Map<string, string>> {
  const denied = await denials(connection, subjects);
  return new Map(
    subjects.map((subject) => {
      const marks = [denied.publish.has(subject) ? '' : 'P', denied.subscribe.has(subject) ? '' : 'S'].join('');
      return [subject, marks || '-'];
    }),
  );
}

/** The server reports what it denies before it answers the ping of a flush. */
async function denials(connection: NatsConnection, subjects: string[]) {
  const denied = { publish: new Set<string>(), subscribe: new Set<string>() };
  const listening = (async () => {
    for await (const status of connection.status()) {
      const match =
        status.type === 'error' && /Violation for (Publish|Subscription) to "([^"]+)"/i.exec(status.error.message);
      if (match) denied[match[1]?.toLowerCase() === 'publish' ? 'publish' : 'subscribe'].add(match[2] ?? '');
    }
  })();
  for (const subject of subjects) connection.publish(subject, PROBE);
  await connection.flush();
  for (const subject of subjects) connection.subscribe(subject, { callback: () => undefined });
  await connection.flush();
  await connection.close();
  await listening;
  return denied;
}

/** A connection as this user, with the inbox that is its own. */
export function connectAs(servers: string[], user: string, pass: string): Promise<NatsConnection> {
  return connect({ servers, user, pass, inboxPrefix: `_INBOX_${user}`, name: user });
}
