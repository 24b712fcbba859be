import { newId } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aStay, Hospital } from './hospital.js';

describe('a follow-up plan on paper', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
  });
  afterAll(() => hospital.close());

  it('FU-2 has every task with its date, the trail, and the reader across it', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const answer = await hospital.nurse().get(`/follow-up/plans/${plan.id}/print`).buffer(true).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' });
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const loading = getDocument({ data: new Uint8Array(answer.body as Buffer), verbosity: 0 });
    const { items } = await (await (await loading.promise).getPage(1)).getTextContent();
    await loading.destroy();
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replaceAll(/\s/g, '');
    for (const task of plan.tasks) {
      expect(text).toContain(task.nameZh.replaceAll(/\s/g, ''));
      expect(text).toContain(String(task.dueOn));
    }
    for (const said of ['随访计划', 'Follow-upplan', '建立计划', plan.patientId, '测试员2026-03-02']) {
      expect(text).toContain(said);
    }
  });

  it('FU-2 is for those who may read plans, and of plans that exist', async () => {
    await hospital.service.api('guide').get(`/follow-up/plans/${newId()}/print`).expect(403);
    await hospital.nurse().get(`/follow-up/plans/${newId()}/print`).expect(404);
  });
});
