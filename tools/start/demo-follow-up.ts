import { dataOf, type HospitalClient } from '#client';
import pg from 'pg';
import { waitUntil } from '../backing-services/index.js';
import { entered } from './demo-answers.js';
import { patientNumbered } from './demo-patients.js';

/** In pain after the discharge from cardiology; operated on this morning and at home, with a link to say how much it hurts. */
const [IN_PAIN, OPERATED] = ['D0001', 'D0005'];
const CARDIOLOGY = { departmentCode: '03.04' };
const HOURS_AGO_MS = 6.5 * 3_600_000;

/** Seldom asked, and after the days in which the tour looks at a plan. */
const RULE = {
  ...{ name: '出院满意度抽样', questionnaireCode: 'discharged-satisfaction', trigger: 'discharge' as const },
  ...{ share: 20, mode: 'call' as const, afterDays: 7, restDays: 90 },
};

/** FU-4 and FU-10: a rule that draws surveys, and a patient in pain whom a doctor has to call. Once each. */
export async function playFollowUp(manager: HospitalClient, nurse: HospitalClient): Promise<void> {
  const rules = await dataOf(manager.GET('/follow-up/surveys/rules'));
  if (rules.items.length === 0) await dataOf(manager.POST('/follow-up/surveys/rules', { body: RULE }));
  await entered(nurse, IN_PAIN, {
    ...{ questionnaire: { code: 'pain-score', version: 1 }, channel: 'phone', ...CARDIOLOGY },
    items: [{ linkId: 'pain', answer: [{ valueInteger: 6 }] }],
  });
}

/** Since yesterday, so that the call is to be made today. */
const KEY_PATIENTS = { protocolCode: 'outpatient-key-patient', segment: '重点患者', sinceMs: 86_400_000 };

/** FU-11: the members of a segment are followed up at will, once however often the hospital is started. */
export async function playSegmentRun(manager: HospitalClient, now: Date): Promise<void> {
  const { protocolCode, segment, sinceMs } = KEY_PATIENTS;
  const filter = `protocolCode eq '${protocolCode}'`;
  const plans = await dataOf(manager.GET('/follow-up/plans', { params: { query: { filter, limit: 1 } } }));
  if (plans.items.length > 0) return;
  const query = { filter: `name eq '${segment}'` };
  const [saved] = (await dataOf(manager.GET('/patients/segments', { params: { query } }))).items;
  if (saved === undefined) return;
  const anchoredAt = new Date(now.getTime() - sinceMs).toISOString();
  const body = { segmentId: saved.id, protocolCode, anchoredAt };
  await dataOf(manager.POST('/follow-up/segment-runs', { body }));
}

/** FU-3: a day surgery of this morning, whose pain request is due. @returns the patient */
export async function playPainRequest(nurse: HospitalClient, now: Date): Promise<string | undefined> {
  const patientId = await patientNumbered(nurse, OPERATED);
  if (patientId === undefined) return undefined;
  const filter = `protocolCode eq 'surgical-default'`;
  const known = await dataOf(nurse.GET('/follow-up/plans', { params: { query: { patientId, filter } } }));
  if (known.items.length > 0) return patientId;
  const anchoredAt = new Date(now.getTime() - HOURS_AGO_MS).toISOString();
  const body = { protocolCode: 'surgical-default', patientIds: [patientId], anchoredAt, ...CARDIOLOGY };
  await dataOf(nurse.POST('/follow-up/plans', { body }));
  return patientId;
}

const LINK = `
  SELECT event -> 'data' ->> 'link' AS link FROM outbox
   WHERE partition_key = $1 AND subject = 'follow-up.message.requested.v1' AND event -> 'data' ->> 'link' IS NOT NULL
   ORDER BY seq DESC LIMIT 1`;

/** The link that the message to the patient carries: nobody else is told it, so the demo reads it where it is sent from. */
export async function linkOf(databaseUrl: string, patientId: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // Whoever stops the hospital at this moment stops the database as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    let link: string | undefined;
    const found = async () => {
      link = (await client.query<{ link: string }>(LINK, [patientId])).rows[0]?.link;
      return link !== undefined;
    };
    await waitUntil(found, { timeoutMs: 15_000, everyMs: 200 });
    return link;
  } finally {
    await client.end();
  }
}
