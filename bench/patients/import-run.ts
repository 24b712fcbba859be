import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { DEMO_USERS } from '../../tools/start/demo-users.js';
import type { Stack } from '../../tools/start/launch-stack.js';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文';

/** Sends files of made-up people through the gateway and waits for their end. */
export class ImportRun {
  private count = 0;
  private last = '';

  private constructor(
    private readonly stack: Stack,
    private readonly client: pg.Client,
    private authorization: string,
  ) {}

  static async open(stack: Stack, client: pg.Client): Promise<ImportRun> {
    const run = new ImportRun(stack, client, '');
    await run.signIn();
    return run;
  }

  /** People nobody knows yet. @returns lines a second from the sending to the end, and the service's peak on the way */
  async newcomers(lines: number): Promise<{ perSecond: number; peakMb: number }> {
    const from = this.count;
    this.count += lines;
    const header = '姓名,性别,出生日期,手机,地址,病案号,发号系统';
    const rows = Array.from({ length: lines }, (_, at) => line(from + at));
    const text = `${header}\n${rows.join('\n')}\n`;
    if (lines <= 100_000) this.last = text;
    return this.measure(text, lines, 'lines_created');
  }

  /** The last small file once more. @returns lines a second */
  async again(): Promise<number> {
    const lines = this.last.split('\n').length - 2;
    return (await this.measure(this.last, lines, 'lines_unchanged')).perSecond;
  }

  private async measure(text: string, lines: number, expected: string): Promise<{ perSecond: number; peakMb: number }> {
    await this.signIn();
    const started = performance.now();
    const form = new FormData();
    form.append('file', new Blob([text]), 'people.csv');
    const answer = await fetch(`${this.stack.urls['gateway']}/patients/imports`, {
      method: 'POST',
      headers: { authorization: this.authorization },
      body: form,
    });
    if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    let peakMb = 0;
    for (;;) {
      peakMb = Math.max(peakMb, this.size());
      const { rows } = await this.client.query<{ state: string; count: number }>(
        `SELECT state, ${expected} AS count FROM patient_import WHERE id = $1`,
        [id],
      );
      if (rows[0]?.state === 'done' && rows[0].count === lines) break;
      if (!/received|checking|running/.test(rows[0]?.state ?? '')) throw new Error(`${JSON.stringify(rows[0])}`);
      await delay(50);
    }
    return { perSecond: lines / ((performance.now() - started) / 1000), peakMb };
  }

  /** The memory that is the service's own, in MB; 0 where the system does not tell. */
  private size(): number {
    try {
      const rollup = readFileSync(`/proc/${this.stack.service('patients').current?.pid}/smaps_rollup`, 'utf8');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  }

  private async signIn(): Promise<void> {
    const { username, password } = DEMO_USERS.manager;
    const answer = await fetch(`${this.stack.urls['gateway']}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    this.authorization = `Bearer ${((await answer.json()) as { accessToken: string }).accessToken}`;
  }
}

function line(at: number): string {
  const pick = (from: string, by: number) => from[Math.floor(at * by) % from.length] ?? '';
  const name = pick(SURNAMES, 1) + pick(GIVEN, 0.37) + pick(GIVEN, 0.011);
  const birth = `${1930 + (at % 90)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
  const phone = `13${String(100_000_000 + at).slice(0, 9)}`;
  return `${name},${at % 2 ? '男' : '女'},${birth},${phone},北京市朝阳区建国路${at % 900}号,B${at},BENCH`;
}
