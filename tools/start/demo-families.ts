import { dataOf, HospitalProblem, type components, type HospitalClient } from '#client';
import { knownPatient, patientNumbered } from './demo-patients.js';

type NewRelative = components['schemas']['PatientsNewRelative'];

/** Record numbers of the demo hospital: an old patient, her daughter, a young mother, and her child. */
const [LI_XIUYING, CHEN_JING, SUN_LI, CHILD] = ['D0002', 'D0003', 'D0005', 'D0007'] as const;

/**
 * PT-7 as an agent writes it: an old patient whose daughter gets copies and gives her an examination, and a child whose
 * two parents get everything. Done once, however often the hospital is started.
 */
export async function playFamilies(agent: HospitalClient): Promise<void> {
  const [old, daughter, mother] = await Promise.all(
    [LI_XIUYING, CHEN_JING, SUN_LI].map((mrn) => patientNumbered(agent, mrn)),
  );
  if (!old || !daughter || !mother) return;
  const consent = { by: 'patient', channel: 'walk-in', note: '出院时本人要求' } as const;
  const kinds: NewRelative['kinds'] = ['appointment', 'follow-up', 'medication', 'birthday'];
  await name(agent, old, { relativePatientId: daughter, relation: '31', kinds, consent });
  await give(agent, daughter, old);
  const child = (await knownPatient(agent, CHILD)) ?? (await makeChild(agent));
  const said = { by: 'guardian', channel: 'walk-in' } as const;
  await name(agent, child, { relativePatientId: mother, relation: '52', consent: said });
  await name(agent, child, { name: '周强', phone: '13800138008', relation: '51', consent: said });
}

async function makeChild(agent: HospitalClient): Promise<string> {
  const identifiers = [{ issuer: 'DEMO-HIS', value: CHILD, type: 'MR' }];
  const body = { name: '周小宝', birthDate: '2019-06-01', sex: 'male' as const, identifiers };
  return (await dataOf(agent.POST('/patients', { body }))).id;
}

/** Named already: on an earlier start. */
async function name(agent: HospitalClient, id: string, body: NewRelative): Promise<void> {
  try {
    await dataOf(agent.POST('/patients/{id}/relatives', { params: { path: { id } }, body }));
  } catch (error) {
    if (!(error instanceof HospitalProblem) || error.status !== 409) throw error;
  }
}

async function give(agent: HospitalClient, buyer: string, beneficiaryId: string): Promise<void> {
  const params = { path: { id: buyer } };
  const given = await dataOf(agent.GET('/patients/{id}/gifts', { params }));
  if (given.items.length > 0) return;
  const body = { beneficiaryId, packageCode: 'EXAM-SENIOR-A', packageName: '老年体检套餐A', price: '1280.00' };
  await dataOf(agent.POST('/patients/{id}/gifts', { params, body: { ...body, note: '母亲生日' } }));
}
