import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aStay, Hospital } from './hospital.js';

const WITHHELD = '[已隐藏 withheld]';
const NOTE = '王芳的儿子接电话';

describe('who may not know what was written of a patient', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
  });
  afterAll(() => hospital.close());

  it('PT-9 gets the notes of tasks, plans and trails withheld, on screen and on paper', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const task = await hospital.opened(plan.id, 'visit-1');
    expect((await hospital.complete(task, { outcome: 'reached', note: NOTE }).expect(200)).body.note).toBe(NOTE);
    const { version } = await hospital.plan(plan.id);
    const ended = await hospital
      .nurse()
      .post(`/follow-up/plans/${plan.id}/end`)
      .set('if-match', `"${version}"`)
      .send({ reason: 'other', note: NOTE })
      .expect(200);
    expect(ended.body.endNote).toBe(NOTE);
    const admin = hospital.service.api('administrator');
    const detail = (await admin.get(`/follow-up/plans/${plan.id}`).expect(200)).body;
    expect(detail).toMatchObject({ endNote: WITHHELD, endReason: 'other' });
    expect(detail.trail.map(({ note }: { note: string | null }) => note)).toContain(WITHHELD);
    expect((await admin.get(`/follow-up/tasks/${task.id}`).expect(200)).body).toMatchObject({ note: WITHHELD });
    for (const path of ['plans', 'tasks', `plans/${plan.id}`]) {
      const { text } = await admin.get(`/follow-up/${path}`).expect(200);
      expect(text).toContain(WITHHELD);
      expect(text).not.toContain('王芳');
    }
    expect(await textOfPrint('administrator', plan.id)).not.toContain('王芳');
    expect(await lastReveal()).toBe(false);
    expect(await textOfPrint('follow-up-nurse', plan.id)).toContain('王芳');
    expect(await lastReveal()).toBe(true);
  });

  async function lastReveal(): Promise<boolean | undefined> {
    const sql = 'SELECT unmasked FROM audit_entry ORDER BY at DESC, id DESC LIMIT 1';
    return (await hospital.service.source.query<{ unmasked: boolean }[]>(sql))[0]?.unmasked;
  }

  async function textOfPrint(role: 'administrator' | 'follow-up-nurse', id: string): Promise<string> {
    const answer = await hospital.service.api(role).get(`/follow-up/plans/${id}/print`).buffer(true).expect(200);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const loading = getDocument({ data: new Uint8Array(answer.body as Buffer), verbosity: 0 });
    const pages = await loading.promise;
    const texts: string[] = [];
    for (let page = 1; page <= pages.numPages; page += 1) {
      const { items } = await (await pages.getPage(page)).getTextContent();
      texts.push(...items.map((item) => ('str' in item ? item.str : '')));
    }
    await loading.destroy();
    return texts.join('').replaceAll(/\s/g, '');
  }
});
