import { dataOf, HospitalProblem, type components, type HospitalClient } from '#client';
import { waitUntil } from '../backing-services/index.js';
import { knownPatient } from './demo-patients.js';

type Community = components['schemas']['PatientsCommunityView'];
type NewMember = components['schemas']['PatientsNewMember'];

/** Staff numbers of the demo hospital. */
const [OWNER, DOCTOR] = ['K0002', 'D0017'];
/** Record numbers: who was heard yesterday, of whom nothing was heard since joining, and who might be asked in. */
const [LIVELY, SILENT, CANDIDATE] = ['D0002', 'D0001', 'D0003'];
const DIABETES = 'disease.diabetes-2';
const DAY_MS = 86_400_000;

/**
 * PT-10 as the hospital's manager writes it: a community of people with diabetes with its doctor's hour, a member who
 * takes part, a silent one, and a candidate. Done once, however often the hospital is started.
 */
export async function playCommunities(manager: HospitalClient): Promise<void> {
  const known = await dataOf(manager.GET('/patients/communities'));
  if (known.items.length > 0) return;
  const [ownerId, doctorId] = await Promise.all([memberOf(manager, OWNER), memberOf(manager, DOCTOR)]);
  const [lively, silent, candidate] = await Promise.all(
    [LIVELY, SILENT, CANDIDATE].map((mrn) => knownPatient(manager, mrn)),
  );
  if (!ownerId || !doctorId || !lively || !silent || !candidate) return;
  const community = await opened(manager, ownerId, doctorId);
  const before = (days: number) => new Date(Date.parse(community.createdAt) - days * DAY_MS).toISOString();
  await join(manager, community, { patientId: silent, how: 'scanned-code', joinedAt: before(10) });
  await join(manager, community, { patientId: lively, how: 'invited', joinedAt: before(10) });
  const params = { path: { id: community.id } };
  const heard = { patientId: lively, kind: 'doctor-hour' as const, at: before(1), externalId: 'demo-1' };
  await dataOf(manager.POST('/patients/communities/{id}/activities', { params, body: heard }));
  const tag = { tag: DIABETES, says: 'applies' as const, reason: '门诊医生告知' };
  await dataOf(manager.POST('/patients/{id}/tags', { params: { path: { id: candidate } }, body: tag }));
}

/** Patients hears of the staff within a moment; until then nobody can be an owner. */
async function opened(manager: HospitalClient, ownerId: string, doctorId: string): Promise<Community> {
  const names = { nameZh: '2型糖尿病病友群', nameEn: 'Living with type 2 diabetes' };
  const doctorHour = { weekday: 3, time: '19:00', minutes: 60, doctorId };
  const group = { channel: 'wecom' as const, externalId: 'demo-diabetes', tags: [DIABETES], icd10: ['E11'] };
  let community: Community | undefined;
  await waitUntil(
    async () => {
      community = await unlessRefused(
        dataOf(manager.POST('/patients/communities', { body: { ...names, ...group, ownerId, doctorHour } })),
      );
      return community !== undefined;
    },
    { timeoutMs: 15_000, everyMs: 250 },
  );
  if (!community) throw new Error('patients has not heard of the staff');
  return community;
}

async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HospitalProblem && error.status === 400) return undefined;
    throw error;
  }
}

async function join(manager: HospitalClient, { id }: Community, body: NewMember): Promise<void> {
  await dataOf(manager.POST('/patients/communities/{id}/members', { params: { path: { id } }, body }));
}

async function memberOf(manager: HospitalClient, staffNumber = ''): Promise<string | undefined> {
  const query = { filter: `staffNumber eq '${staffNumber}'` };
  return (await dataOf(manager.GET('/staff/members', { params: { query } }))).items[0]?.id;
}
