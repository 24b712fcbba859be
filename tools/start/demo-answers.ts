import { dataOf, type components, type HospitalClient } from '#client';
import { waitUntil } from '../backing-services/index.js';

type NewResponse = components['schemas']['FollowUpNewResponseBody'];

/** Who is content, and who is not and wishes to be called. */
const [CONTENT, DISCONTENT] = ['D0001', 'D0002'];

const picked = (linkId: string, code: string) => ({ linkId, answer: [{ valueCoding: { code } }] });
const group = (linkId: string, ...item: ReturnType<typeof picked>[]) => ({ linkId, item });

/**
 * FU-8 – FU-10 as a nurse enters them: a patient content with the stay, and one who is not, whose answers ask for a
 * complaint and an appointment. Entered once, however often the hospital is started.
 */
export async function playAnswers(nurse: HospitalClient): Promise<void> {
  await entered(nurse, CONTENT, {
    questionnaire: { code: 'discharged-satisfaction', version: 1 },
    channel: 'phone',
    items: [
      group('stay', picked('result', 'very-satisfied'), picked('nurses', 'very-satisfied')),
      group('leaving', picked('discharge-advice', 'yes'), picked('next-visit', 'yes')),
      picked('overall', 'very-satisfied'),
      { linkId: 'recommend', answer: [{ valueInteger: 10 }] },
      { linkId: 'best', answer: [{ valueString: '责任护士每天都来解释用药，很耐心。' }] },
    ],
  });
  await entered(nurse, DISCONTENT, {
    questionnaire: { code: 'outpatient-satisfaction', version: 1 },
    channel: 'on-site',
    items: [
      group('guides', picked('guide-attitude', 'satisfied')),
      group('doctors', picked('doctor-late', 'yes')),
      group('counters', picked('registration-efficiency', 'very-dissatisfied')),
      picked('overall', 'fair'),
      { linkId: 'recommend', answer: [{ valueInteger: 6 }] },
      { linkId: 'worst', answer: [{ valueString: '挂号排队等了一个多小时。' }] },
      picked('wants-appointment', 'yes'),
    ],
  });
}

/** Enters answers of a patient unless there are some to the same questionnaire. */
export async function entered(
  nurse: HospitalClient,
  mrn: string | undefined,
  said: Omit<NewResponse, 'patientId'>,
): Promise<void> {
  let patientId: string | undefined;
  await waitUntil(async () => (patientId = await patientOf(nurse, mrn)) !== undefined, {
    ...{ timeoutMs: 15_000, everyMs: 100 },
  });
  if (patientId === undefined) return;
  const filter = `questionnaireCode eq '${said.questionnaire.code}'`;
  const known = await dataOf(nurse.GET('/follow-up/responses', { params: { query: { patientId, filter } } }));
  if (known.items.length > 0) return;
  await dataOf(nurse.POST('/follow-up/responses', { body: { ...said, patientId } }));
}

async function patientOf(nurse: HospitalClient, mrn = ''): Promise<string | undefined> {
  return (await dataOf(nurse.GET('/patients', { params: { query: { mrn } } }))).items[0]?.id;
}
