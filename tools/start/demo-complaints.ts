import { dataOf, HospitalProblem, type components, type HospitalClient } from '#client';
import { playTickets } from './demo-tickets.js';

type Form = components['schemas']['ComplaintsPublicComplaint'];
type Reply = components['schemas']['ComplaintsNewCannedReply'];
type Letter = components['schemas']['ComplaintsNewPraise'];

/** What people wrote on the hospital's website; the key makes each a ticket once, however often the hospital starts. */
const FORMS: [key: string, form: Form][] = [
  [
    'demo-complaint-queue-at-cashier',
    { kind: 'complaint', text: '三号收费窗口排队一个半小时，没有人解释原因。', place: '门诊三楼', name: '赵敏' },
  ],
  ['demo-suggestion-more-signs', { kind: 'suggestion', text: '建议在停车场到门诊楼之间增加指示牌。' }],
  ['demo-consultation-visiting-hours', { kind: 'consultation', text: '请问住院部周末的探视时间？', name: '陈强' }],
];

const REPLIES: Reply[] = [
  {
    ...{ code: 'thanks-for-suggestion', titleZh: '感谢建议', titleEn: 'Thanks for a suggestion' },
    textZh: '您好，感谢您的宝贵建议，我们已转交相关部门研究，采纳后会告知您。',
    textEn:
      'Thank you for your suggestion. The department concerned looks into it, and we will tell you what comes of it.',
  },
  {
    ...{ code: 'visiting-hours', titleZh: '探视时间', titleEn: 'Visiting hours' },
    textZh: '您好，住院部探视时间为每日 15:00 至 20:00，周末另加 9:00 至 11:00。',
    textEn: 'Visiting hours are 15:00 to 20:00 every day, and 9:00 to 11:00 at weekends.',
  },
];

const BAD_REVIEW = {
  ...{ platform: 'dianping', url: 'https://www.dianping.com/review/202611220001', stars: 1, author: '小鱼儿' },
  complaint: false,
  text: '抽血排了四十分钟，窗口只开了两个，体验很差。',
};
const LETTER: Letter = {
  ...{ kind: 'letter', fromName: '李秀英及家属', departmentCode: 'XXGNK' },
  text: '感谢心血管内科全体医护人员，住院期间的悉心照料让我们倍感温暖。',
};

/** CP-1 to CP-10: the public form, tickets, a bad review, praise that waits for its approval, replies to choose from. */
export async function playComplaints(agent: HospitalClient, manager: HospitalClient): Promise<void> {
  for (const [key, body] of FORMS) {
    await dataOf(agent.POST('/public/complaints', { params: { header: { 'Idempotency-Key': key } }, body }));
  }
  for (const body of REPLIES) await once(dataOf(manager.POST('/complaints/canned-replies', { body })));
  await once(dataOf(agent.POST('/complaints/reviews', { body: BAD_REVIEW })));
  const praise = await dataOf(agent.GET('/complaints/praise'));
  if (praise.items.length === 0) await dataOf(agent.POST('/complaints/praise', { body: LETTER }));
  await playTickets(agent);
}

/** 409: recorded on an earlier start. */
async function once(recorded: Promise<unknown>): Promise<void> {
  try {
    await recorded;
  } catch (error) {
    if (!(error instanceof HospitalProblem) || error.status !== 409) throw error;
  }
}
