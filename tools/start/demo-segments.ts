import { dataOf, type HospitalClient } from '#client';

const SEGMENTS = [
  {
    name: '可赢回的流失患者',
    filter: {
      and: [
        { fact: 'stage', op: 'eq', value: 'churned' },
        { fact: 'purpose', op: 'has', value: 'marketing' },
      ],
    },
  },
  {
    name: '近一年住院的60岁以上患者',
    filter: {
      and: [
        { fact: 'age', op: 'ge', value: 60 },
        { visits: { class: 'inpatient', days: 365 } },
        { not: { fact: 'deceased', op: 'eq', value: true } },
      ],
    },
  },
  { name: '重点患者', filter: { fact: 'tag', op: 'has', value: 'disease.key-patient' } },
];

/** PT-4 as the hospital's manager saves them: once, however often the hospital is started. */
export async function playSegments(manager: HospitalClient): Promise<void> {
  for (const body of SEGMENTS) {
    const query = { filter: `name eq '${body.name}'` };
    const { items } = await dataOf(manager.GET('/patients/segments', { params: { query } }));
    if (items.length === 0) await dataOf(manager.POST('/patients/segments', { body }));
  }
}
