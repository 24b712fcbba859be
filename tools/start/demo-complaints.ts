import { dataOf, type components, type HospitalClient } from '#client';

type Form = components['schemas']['ComplaintsPublicComplaint'];

/** What people wrote on the hospital's website; the key makes each a ticket once, however often the hospital starts. */
const FORMS: [key: string, form: Form][] = [
  [
    'demo-complaint-queue-at-cashier',
    { kind: 'complaint', text: '三号收费窗口排队一个半小时，没有人解释原因。', place: '门诊三楼', name: '赵敏' },
  ],
  ['demo-suggestion-more-signs', { kind: 'suggestion', text: '建议在停车场到门诊楼之间增加指示牌。' }],
  ['demo-consultation-visiting-hours', { kind: 'consultation', text: '请问住院部周末的探视时间？', name: '陈强' }],
];

/** CP-1, CP-10: requests from the public form, which stand on the board at once. */
export async function playComplaints(anybody: HospitalClient): Promise<void> {
  for (const [key, body] of FORMS) {
    await dataOf(anybody.POST('/public/complaints', { params: { header: { 'Idempotency-Key': key } }, body }));
  }
}
