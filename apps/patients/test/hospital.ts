import type { HisReport, PatientIdentifier, ReportedPatient, ReportedVisit } from '#contracts';
import { newId } from '#platform';
import { startTestService, type TestService } from '#testing';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';

export function startPatients(environment: Record<string, string> = {}, replicaOf?: TestService): Promise<TestService> {
  const patients = { service: 'patients', module: PatientsModule, migrations: patientsMigrations, environment };
  return startTestService({ ...patients, ...(replicaOf ? { replicaOf } : {}) });
}

let counter = 0;

/** A record number that no other test uses. */
export function aRecordNumber(issuer = 'DEMO-HIS'): PatientIdentifier {
  counter += 1;
  return { issuer, value: `MR${String(counter).padStart(6, '0')}`, type: 'MR' };
}

export function aVisitNumber(): string {
  counter += 1;
  return `ZY${String(counter).padStart(6, '0')}`;
}

/** A national ID that passes its check and that no other test uses. */
export function aNationalId(birthDate = '1968-05-12'): string {
  counter += 1;
  const digits = `110105${birthDate.replaceAll('-', '')}${String(counter % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return `${digits}${'10X98765432'[sum % 11]}`;
}

/** A report of the demo hospital system, made at this minute of 2 March 2026. */
export function aReport(number: PatientIdentifier, minute = 0, patient: Partial<ReportedPatient> = {}): HisReport {
  return {
    messageId: newId(),
    partner: 'demo-his',
    recordKey: `${number.issuer}|${number.value}`,
    eventTime: atMinute(minute),
    patient: { primary: number, identifiers: [number], name: '葉东珅', sex: 'male', ...patient },
  };
}

export function aVisitReport(
  number: PatientIdentifier,
  visitNumber: string,
  minute = 0,
  visit: Partial<ReportedVisit> = {},
  patient: Partial<ReportedPatient> = {},
): HisReport & { visit: ReportedVisit } {
  return {
    ...aReport(number, minute, patient),
    visit: { visitNumber, class: 'inpatient', departmentCode: '03.01', diagnoses: [], procedures: [], ...visit },
  };
}

export function atMinute(minute: number): string {
  return new Date(Date.UTC(2026, 2, 2, 2, minute)).toISOString();
}

interface Answer {
  items: { id: string }[];
}

/** Ids of the records a search finds. */
export async function found(hospital: TestService, query: Record<string, string>): Promise<string[]> {
  const { body } = await hospital.api('agent').get('/patients').query(query).expect(200);
  return (body as Answer).items.map(({ id }) => id);
}

/** The one record of a record number; fails while there is none. */
export async function patientOf(hospital: TestService, { issuer, value }: PatientIdentifier): Promise<string> {
  const [id] = await found(hospital, { mrn: value, issuer });
  if (id === undefined) throw new Error(`No record has number ${value} of ${issuer} yet`);
  return id;
}

/** Waits until the service has dealt with everything published so far, in whatever way. */
export async function allHandled(hospital: TestService, events: { id: string }[]): Promise<boolean> {
  const rows: { count: string }[] = await hospital.source.query(
    'SELECT count(*) FROM inbox WHERE event_id = ANY($1::uuid[])',
    [events.map(({ id }) => id)],
  );
  return Number(rows[0]?.count) === events.length;
}
