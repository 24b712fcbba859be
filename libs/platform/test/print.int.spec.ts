import { Clock, Printer, ServiceConfig, type PrintDocument } from '../src/index.js';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** Beyond the basic plane, rare, simplified together with traditional; the last one is in no text font. */
const RARE = ['葉东珅', '䶮', '𬍛', '🙂'];
const POEM =
  '患者恢复良好，伤口已愈合；嘱其按时服药、清淡饮食，避免剧烈运动。如有发热（体温超过38.5℃）、胸闷或呼吸困难，请立即就诊！';

interface Page {
  text: string;
  /** By the height at which it stands, from the top. */
  lines: string[];
}

/** What a PDF says, as a reader that knows nothing of us sees it. */
async function read(pdf: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const byHeight = new Map<number, string>();
    for (const item of items) {
      if (!('str' in item)) continue;
      const height = Math.round(item.transform[5] as number);
      byHeight.set(height, (byHeight.get(height) ?? '') + item.str);
    }
    const lines = [...byHeight].sort(([a], [b]) => b - a).map(([, text]) => text);
    pages.push({ text: lines.join(''), lines });
  }
  const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
  await loading.destroy();
  return { pages, info };
}

const bare = (text: string) => text.replaceAll(/\s/g, '');

describe('a printed document (decision 12)', () => {
  let printer: Printer;
  beforeAll(() => {
    const config = Object.assign(new ServiceConfig(), { hospitalName: '示范医院' });
    printer = new Printer(config, new Clock(undefined));
  });
  const print = (blocks: PrintDocument['blocks'], more: Partial<PrintDocument> = {}) =>
    printer.pdf({ title: '随访计划', blocks, ...more });

  it('says what it was given, in Chinese and English, with its head and foot', async () => {
    const pdf = await print(
      [
        { heading: '任务 Tasks' },
        { text: POEM },
        { facts: [['姓名 Name', '葉东珅']] },
        { table: { head: ['步骤', '日期'], rows: [['第一次回访', '2026-03-09']] } },
      ],
      { subtitle: 'Follow-up plan' },
    );
    const { pages, info } = await read(pdf);
    const text = bare(pages[0]?.text ?? '');
    for (const said of [
      '示范医院',
      '随访计划',
      'Follow-up plan',
      '任务 Tasks',
      POEM,
      '姓名 Name',
      '葉东珅',
      '第一次回访',
    ]) {
      expect(text).toContain(bare(said));
    }
    expect(text).toContain('第1/1页Page1of1');
    expect(text).toMatch(/打印时间Printed\d{4}-\d\d-\d\d\d\d:\d\d/);
    expect(info).toMatchObject({ Title: '随访计划', Author: '示范医院', Language: 'zh-CN' });
    expect(pages).toHaveLength(1);
  });

  it('breaks Chinese anywhere but before a closing mark', async () => {
    const { pages } = await read(await print([{ text: POEM.repeat(12) }]));
    const lines = (pages[0]?.lines ?? []).slice(2, -1);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line.trim()).not.toMatch(/^[，。；、！）℃]/);
  });

  it('repeats the head of a table on every page it runs over, and loses no row', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => [`任务${index + 1}号`, '2026-03-09', POEM]);
    const { pages } = await read(
      await print([{ table: { head: ['步骤名称', '日期', '备注'], rows, widths: [2, 2, 8] } }]),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain('步骤名称');
      expect(bare(text)).toContain(`第${index + 1}/${pages.length}页`);
    }
    const whole = bare(pages.map(({ text }) => text).join(''));
    for (const row of rows) expect(whole).toContain(row[0]);
  });

  it.each(RARE)('is made with %s in it', async (name) => {
    const { pages } = await read(await print([{ facts: [['姓名', name]] }]));
    expect(pages[0]?.text).toContain('姓名');
    if (name !== '🙂') expect(pages[0]?.text).toContain(name);
  });

  it('carries the reader across every page when it is confidential', async () => {
    const watermark = '王护士 2026-03-02 10:15';
    const { pages } = await read(await print([{ text: POEM.repeat(80) }], { watermark }));
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(bare(text)).toContain(bare(watermark));
  });

  it('brings its fonts along, and of them only what it uses', async () => {
    const pdf = await print([{ text: POEM }]);
    const raw = pdf.toString('latin1');
    expect(raw).toMatch(/\/FontFile2/);
    expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('of many pages holds up nobody, and is refused when it is too long', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [`${index}`, POEM]);
    let longest = 0;
    let last = performance.now();
    let used = process.cpuUsage();
    const ticks = setInterval(() => {
      // A process that got no processor holds up nobody by what it does.
      const { user, system } = process.cpuUsage(used);
      longest = Math.max(longest, Math.min(performance.now() - last, (user + system) / 1_000));
      last = performance.now();
      used = process.cpuUsage();
    }, 5);
    const { pages } = await read(
      await print([{ table: { head: ['号', '文'], rows, widths: [1, 9] } }]).finally(() => clearInterval(ticks)),
    );
    expect(pages.length).toBeGreaterThan(8);
    expect(longest).toBeLessThan(1_000);
    await expect(print([{ text: '文'.repeat(120_001) }])).rejects.toMatchObject({ status: 413 });
  });
});
