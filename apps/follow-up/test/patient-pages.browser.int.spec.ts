import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { newId } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { QuestionnaireDefinition } from '../src/questionnaires/questionnaire.rules.js';
import { Hospital } from './hospital.js';
import { askByLink } from './pain-request.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  ...{ deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
};
/** Apple's and WCAG 2.2's AAA size of what a finger has to hit. */
const FINGER = 44;

const SURVEY: QuestionnaireDefinition = {
  titleZh: '出院患者满意度调查',
  titleEn: 'Survey of discharged patients',
  descriptionZh: '请根据您本次住院的感受作答。',
  descriptionEn: 'Please answer as you felt during this stay.',
  item: [
    {
      ...{ linkId: 'care', text: '护理', textEn: 'Nursing', type: 'group' },
      item: [
        {
          ...{
            linkId: 'skill',
            text: '护士的技术如何？',
            textEn: 'How skilled were the nurses?',
            type: 'choice',
            required: true,
          },
          answerOption: [
            { valueCoding: { code: 'good', display: '满意', displayEn: 'Good' } },
            { valueCoding: { code: 'bad', display: '不满意', displayEn: 'Bad' } },
          ],
        },
        {
          ...{ linkId: 'why', text: '哪里不满意？', textEn: 'What was bad?', type: 'text', required: true },
          enableWhen: [{ question: 'skill', operator: '=', answerCoding: { code: 'bad' } }],
        },
      ],
    },
    {
      ...{ linkId: 'nps', text: '您会推荐我们吗？', textEn: 'Would you recommend us?', type: 'integer' },
      minValue: 0,
      maxValue: 10,
    },
    { linkId: 'back', text: '您希望何时复诊？', textEn: 'When would you like to come again?', type: 'date' },
    { linkId: 'weight', text: '体重（公斤）', textEn: 'Weight in kg', type: 'decimal', minValue: 2, maxValue: 300 },
  ],
};

/** FU-8: a real Chromium of the size of a phone, with scripts switched off as with them. */
describe('a patient’s page on a phone', () => {
  let hospital: Hospital;
  let browser: Browser;

  beforeAll(async () => {
    hospital = await Hospital.open({ CENTRE_PHONE: '0755-1234567', HOSPITAL_NAME: '示范医院' });
    await hospital.service.source.query(
      `INSERT INTO questionnaire (id, code, version, title_zh, title_en, status, definition, created_at, published_at, revision)
       VALUES ($1, 'on-a-phone', 1, 'x', 'x', 'published', $2, now(), now(), 1)`,
      [newId(), JSON.stringify(SURVEY)],
    );
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser.close();
    await hospital.close();
  });

  async function visit(path: string, over: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ ...PHONE, ...over });
    const elsewhere: string[] = [];
    const wrong: string[] = [];
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(`${hospital.service.url}/f/`)) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !/\b(422|410|404)\b/.test(message.text())) wrong.push(message.text());
    });
    await page.goto(`${hospital.service.url}${path}`);
    await work(page);
    await context.close();
    // A browser asks for an icon of its own accord.
    expect(elsewhere.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
    expect(wrong.filter((text) => !text.includes('favicon'))).toEqual([]);
  }

  /** What a finger cannot hit, what runs out of the screen, and what axe-core has against it. */
  async function faultsOf(page: Page): Promise<{ small: string[]; wide: number; axe: string[] }> {
    const shape = await page.evaluate((finger) => {
      const small = [...document.querySelectorAll<HTMLElement>('a, button, label.option, textarea, input')]
        .filter((each) => !each.closest('label.option') || each.matches('label.option'))
        .filter((each) => each.getAttribute('type') !== 'hidden')
        .filter((each) => each.getBoundingClientRect().height < finger && !each.closest('.summary'))
        .map((each) => each.outerHTML.slice(0, 80));
      return { small, wide: document.documentElement.scrollWidth - window.innerWidth };
    }, FINGER);
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run: (at: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const wanted = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: wanted } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    return { ...shape, axe: found };
  }

  const CLEAN = { small: [], wide: 0, axe: [] };
  const picture = async (page: Page, name: string) => {
    const folder = process.env['PAGE_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('FU-4 a thumb on a number and one on the button are an answer, with scripts switched off', async () => {
    const { task, path } = await askByLink(hospital.service);
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      await picture(page, 'pain');
      await page.getByText('中度疼痛', { exact: false }).first().tap();
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('heading', { name: '谢谢，您的回答已收到' }).waitFor();
      expect(await page.getByText('值班医生会尽快给您打电话').count()).toBe(1);
      await picture(page, 'thanks');
      // Going back and sending again is the same thanks.
      await page.goBack();
      await page.getByRole('heading', { name: '谢谢，您的回答已收到' }).waitFor();
    });
    const [{ score }] = await hospital.service.source.query(
      'SELECT score FROM questionnaire_response WHERE task_id = $1',
      [task.id],
    );
    expect(Number(score)).toBe(4);
  });

  it.each(['light', 'dark'] as const)('FU-8 everything can be hit, read and reached, in %s', async (colorScheme) => {
    const pain = await askByLink(hospital.service);
    await visit(pain.path, { colorScheme }, async (page) => expect(await faultsOf(page)).toEqual(CLEAN));
    const survey = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'on-a-phone' } });
    await visit(survey.path, { colorScheme }, async (page) => {
      expect(await faultsOf(page)).toEqual(CLEAN);
      await page.getByLabel('体重（公斤）', { exact: false }).fill('500');
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('alert').waitFor();
      expect(await faultsOf(page)).toEqual(CLEAN);
      await picture(page, `faults-${colorScheme}`);
    });
    await visit('/f/AAAAAAAAAAAAAAAAAAAAAA', { colorScheme }, async (page) =>
      expect(await faultsOf(page)).toEqual(CLEAN),
    );
  });

  it('FU-8 a fault leads to its field, what was entered stays, and questions follow answers', async () => {
    const { task, path } = await askByLink(hospital.service, { kind: 'survey', questionnaire: { code: 'on-a-phone' } });
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      await picture(page, 'survey');
      await page.getByLabel('体重（公斤）', { exact: false }).fill('500');
      await page.locator('label.option', { hasText: /^9$/ }).tap();
      await page.getByRole('button', { name: '提交' }).tap();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await page.title()).toMatch(/^错误：/);
      expect(await alert.getByRole('link').count()).toBe(2);
      expect(await page.getByLabel('体重（公斤）', { exact: false }).inputValue()).toBe('500');
      expect(await page.locator('input[name="a.nps"][value="9"]').isChecked()).toBe(true);
      await alert.getByRole('link').last().tap();
      expect(new URL(page.url()).hash).toBe('#q-weight');
      await page.getByLabel('体重（公斤）', { exact: false }).fill('62.5');
      await page.getByText('不满意', { exact: true }).tap();
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByLabel('哪里不满意？', { exact: false }).fill('夜间铃声无人应答');
      await picture(page, 'grown');
      await page.getByRole('button', { name: '提交' }).tap();
      await page.getByRole('heading', { name: '谢谢' }).waitFor();
    });
    const [{ items }] = await hospital.service.source.query(
      'SELECT items FROM questionnaire_response WHERE task_id = $1',
      [task.id],
    );
    expect(JSON.stringify(items)).toContain('夜间铃声无人应答');
  });

  it('FU-8 speaks English at a tap, and Chinese again', async () => {
    const { path } = await askByLink(hospital.service);
    await visit(path, {}, async (page) => {
      await page.getByRole('link', { name: 'English' }).tap();
      await page.getByText('How much does it hurt now?', { exact: false }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await picture(page, 'english');
      await page.getByRole('link', { name: '中文' }).tap();
      await page.getByText('您现在有多痛', { exact: false }).waitFor();
    });
  });

  it('FU-4 can be filled in by keyboard alone', async () => {
    const { path } = await askByLink(hospital.service);
    await visit(path, {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '谢谢' }).waitFor();
    });
  });
});
