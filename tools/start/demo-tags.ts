import { dataOf, type components, type HospitalClient } from '#client';
import { patientNumbered } from './demo-patients.js';

type NewWord = components['schemas']['PatientsNewTagWord'];

/** Record numbers, and what the agent said of each by hand. */
const WORDS: [mrn: string, word: NewWord][] = [
  ['D0001', { tag: 'emotion.anxious', says: 'applies', reason: '多次来电询问复查结果' }],
  ['D0001', { tag: 'disease.key-patient', says: 'applies', reason: '术后随访重点' }],
  ['D0003', { tag: 'price-sensitivity.asks-first', says: 'applies', reason: '咨询时先问费用' }],
  ['D0008', { tag: 'emotion.calm', says: 'applies', reason: '沟通顺畅' }],
];

/** PT-4 as an agent tags by hand: who and when is kept with each word. Once, also where somebody took it back since. */
export async function playTags(agent: HospitalClient): Promise<void> {
  for (const [mrn, body] of WORDS) {
    const id = await patientNumbered(agent, mrn);
    if (id === undefined) continue;
    const params = { path: { id }, query: { filter: `tag eq '${body.tag}' and origin eq 'hand'` } };
    const { items } = await dataOf(agent.GET('/patients/{id}/tags/history', { params }));
    if (items.length === 0) await dataOf(agent.POST('/patients/{id}/tags', { params: { path: { id } }, body }));
  }
}
