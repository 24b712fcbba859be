import { dataOf, type HospitalClient } from '#client';

/** The patient of the trail asked for a copy of their data (PT-9): ready within seconds, gone after a week. Once. */
export async function playDataPackage(admin: HospitalClient, patientId: string): Promise<void> {
  const path = { id: patientId };
  const { items } = await dataOf(admin.GET('/patients/{id}/data-packages', { params: { path } }));
  if (items.length > 0) return;
  const body = { askedBy: 'self', identityCheck: 'document-in-person', legalBasis: 'PIPL Art. 45' } as const;
  await dataOf(admin.POST('/patients/{id}/data-packages', { params: { path }, body }));
}
