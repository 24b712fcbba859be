import type { TestService } from '#testing';
import { eventually } from '#testing';
import { expect } from '@jest/globals';

export interface ImportAnswer {
  id: string;
  state: string;
  encoding: string | null;
  total: number | null;
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  failure: { code: string; reason: string } | null;
}

/** Sends a file as the centre's manager does. @returns the import's id */
export async function sendFile(
  hospital: TestService,
  content: string | Buffer,
  terms: Record<string, string> = {},
  name = '名单.csv',
): Promise<string> {
  const { body } = await hospital
    .api('centre-manager')
    .post('/patients/imports')
    .query(terms)
    .attach('file', Buffer.from(content), { filename: name, contentType: 'application/octet-stream' })
    .expect(202);
  return (body as ImportAnswer).id;
}

/** The import as it is when it has ended. */
export async function ended(hospital: TestService, id: string, timeout = 60_000): Promise<ImportAnswer> {
  let answer: ImportAnswer | undefined;
  await eventually(
    async () => {
      const { body } = await hospital.api('centre-manager').get(`/patients/imports/${id}`).expect(200);
      answer = body as ImportAnswer;
      expect(['done', 'failed', 'cancelled']).toContain(answer.state);
    },
    { timeout },
  );
  return answer as ImportAnswer;
}

export async function imported(
  hospital: TestService,
  content: string | Buffer,
  terms: Record<string, string> = {},
  name?: string,
): Promise<ImportAnswer> {
  return ended(hospital, await sendFile(hospital, content, terms, name));
}

/** The rows of the report, without its header: line, column, code. */
export async function rejectedLines(hospital: TestService, id: string): Promise<string[][]> {
  const { text } = await hospital.api('centre-manager').get(`/patients/imports/${id}/report`).expect(200);
  const [, ...rows] = text.trimEnd().split('\r\n');
  return rows.map((row) => row.split(',').slice(0, 3));
}

/** Everything that an import may write, to be compared: the rows with their system columns. */
export async function fingerprint(hospital: TestService): Promise<string> {
  const rows: unknown[] = await hospital.source.query(
    `SELECT 'p' AS t, xmin::text, id::text, version::text FROM person
     UNION ALL SELECT 'i', xmin::text, issuer || value, person_id::text FROM person_identifier
     UNION ALL SELECT 'o', '', id::text, subject FROM outbox
      WHERE subject ~ '^patients[.]person[.](registered|updated|merged|deceased|death-revoked)[.]v1$'
     ORDER BY 1, 3`,
  );
  return JSON.stringify(rows);
}
