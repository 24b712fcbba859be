import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

type Cell = string | number | boolean | null | Date | string[] | Json;

/** A value of a jsonb column, which a list alone does not tell. */
export class Json {
  constructor(readonly value: unknown) {}
}

/** Writes rows into a table by COPY, a piece at a time. */
export class CopyIn {
  private text = '';
  rows = 0;

  private constructor(
    private readonly stream: Writable,
    private readonly columns: string[],
  ) {}

  static open(client: pg.Client, table: string, columns: string[]): CopyIn {
    return new CopyIn(client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)), columns);
  }

  async add(row: Record<string, Cell>): Promise<void> {
    this.rows += 1;
    this.text += `${this.columns.map((column) => cell(row[column] ?? null)).join('\t')}\n`;
    if (this.text.length > 262_144) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  private async flush(): Promise<void> {
    const piece = this.text;
    this.text = '';
    if (!this.stream.write(piece)) await once(this.stream, 'drain');
  }
}

function cell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(`{${value.map((each) => `"${each}"`).join(',')}}`);
  return value instanceof Json ? escaped(JSON.stringify(value.value)) : String(value);
}

function escaped(text: string): string {
  return /[\\\t\n]/.test(text) ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n') : text;
}
