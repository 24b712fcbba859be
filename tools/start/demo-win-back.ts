import { dataOf, type HospitalClient } from '#client';
import { patientNumbered } from './demo-patients.js';

/** Who was here half a year ago. */
const AWAY = 'D0008';

/**
 * PT-5: the patient agreed to marketing, so a win-back is open with the offer of a free recheck. Said once, however often
 * the hospital is started; after an answer it stays ended.
 */
export async function playWinBack(agent: HospitalClient): Promise<void> {
  const id = await patientNumbered(agent, AWAY);
  if (id === undefined) return;
  const params = { path: { id } };
  const { purposes } = await dataOf(agent.GET('/patients/{id}/standing', { params }));
  if (purposes.some(({ purpose, since }) => purpose === 'marketing' && since !== null)) return;
  const body = { purpose: 'marketing', granted: true, legalBasis: 'separate-consent', channel: 'walk-in' } as const;
  await dataOf(agent.POST('/patients/{id}/consents', { params, body: { ...body, reason: '就诊时本人签署' } }));
}
