import { dataOf, type HospitalClient } from '#client';
import { patientNumbered } from './demo-patients.js';

const DAY_MS = 86_400_000;

/** Record numbers, what was promised, days from the first start until it is due, and whether it was kept. */
const PROMISES = [
  { mrn: 'D0001', text: '寄送住院病历复印件', dueInDays: -3, isKept: false },
  { mrn: 'D0003', text: '下次复诊安排专家号', dueInDays: 14, isKept: false },
  { mrn: 'D0002', text: '出院后第二天由责任护士回电', dueInDays: -1, isKept: true },
];

/** PT-2 as an agent writes them: one overdue, one open, one kept. Each once, however often the hospital is started. */
export async function playPromises(agent: HospitalClient): Promise<void> {
  for (const { mrn, text, dueInDays, isKept } of PROMISES) {
    const id = await patientNumbered(agent, mrn);
    if (id === undefined) continue;
    const params = { path: { id } };
    const { items } = await dataOf(agent.GET('/patients/{id}/promises', { params }));
    const known = items.find((promise) => promise.text === text);
    const promise = known ?? (await promised(agent, id, text, dueInDays));
    if (!isKept || promise.keptAt !== null) continue;
    const path = { id, promiseId: promise.id };
    await dataOf(agent.POST('/patients/{id}/promises/{promiseId}/keep', { params: { path } }));
  }
}

async function promised(agent: HospitalClient, id: string, text: string, dueInDays: number) {
  const params = { path: { id } };
  const { createdAt } = await dataOf(agent.GET('/patients/{id}', { params }));
  const dueOn = new Date(Date.parse(createdAt) + dueInDays * DAY_MS).toISOString().slice(0, 10);
  return dataOf(agent.POST('/patients/{id}/promises', { params, body: { text, dueOn } }));
}
