import { join } from 'node:path';
import { textOf } from './compose-file.js';

export const TABLE = join('deploy', 'nats', 'permissions.md');

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
