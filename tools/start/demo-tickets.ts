import { dataOf, type components, type HospitalClient } from '#client';
import { patientNumbered } from './demo-patients.js';

type Ticket = components['schemas']['ComplaintsTicket'];
type NewTicket = components['schemas']['ComplaintsOpenTicket'];

const [IN_PAIN, YOUNG_MOTHER] = ['D0001', 'D0003'];
const DAY_MS = 86_400_000;

/** Medical, so it is red and lies with medical affairs at once (CP-3). */
const RED: NewTicket = {
  ...{ kind: 'complaint', medical: true, channel: 'phone', departmentCode: 'XXGNK', complainantType: 'angry' },
  ...{ reporterName: '王伟的女儿', reporterPhone: '13800138101', subject: '出院后胸痛加重，怀疑用药有误' },
  text: '父亲出院第二天胸痛加重，家属认为出院带药与住院用药不一致，要求医生当面解释。',
};
const YELLOW: NewTicket = {
  ...{ kind: 'complaint', medical: false, channel: 'desk', departmentCode: 'CK', complainantType: 'voicing' },
  ...{ subject: '产科门诊护士态度生硬', text: '询问检查顺序时护士不予解释，并说“自己看墙上的流程”。' },
};
const BLUE: NewTicket = {
  ...{ kind: 'suggestion', channel: 'hotline-12345', reporterName: '周先生' },
  ...{ subject: '建议门诊大厅增设轮椅借用点', text: '老人下车后要走很远才能借到轮椅，建议在大门口设借用点。' },
};

/** CP-1, CP-4, CP-5 at the agents' desk: red, yellow with its case half done and a voucher, blue. Each once. */
export async function playTickets(agent: HospitalClient): Promise<void> {
  await opened(agent, RED, await patientNumbered(agent, IN_PAIN));
  const patientId = await patientNumbered(agent, YOUNG_MOTHER);
  const yellow = await opened(agent, YELLOW, patientId);
  if (yellow.state === 'open') await investigate(agent, yellow);
  if (patientId !== undefined) await giveVoucher(agent, yellow.id, patientId);
  await opened(agent, BLUE);
}

/** As it stands, when an earlier start opened it. */
async function opened(agent: HospitalClient, body: NewTicket, patientId?: string): Promise<Ticket> {
  const { items } = await dataOf(agent.GET('/complaints/tickets', { params: { query: { q: body.subject } } }));
  const known = items.find(({ subject }) => subject === body.subject);
  if (known) return known;
  return dataOf(agent.POST('/complaints/tickets', { body: { ...body, ...(patientId && { patientId }) } }));
}

/** The measure first: until its department is known the rest waits for the next start. Cause, consequence and recovery are still missing before it can be closed. */
async function investigate(agent: HospitalClient, { id, receivedAt }: Ticket): Promise<void> {
  const path = { id };
  const dueAt = new Date(Date.parse(receivedAt) + 14 * DAY_MS).toISOString();
  const measure = { what: '产科门诊全员服务沟通培训一次，并在候诊区张贴检查流程图。', departmentCode: 'CK', dueAt };
  await dataOf(agent.POST('/complaints/tickets/{id}/case/measures', { params: { path }, body: measure }));
  const investigation = {
    step: 'investigation',
    text: '调取候诊区监控并询问当班护士，解释不耐心的情况属实。',
  } as const;
  await dataOf(agent.POST('/complaints/tickets/{id}/case/steps', { params: { path }, body: investigation }));
  const compensation = { kind: 'voucher', text: '当面致歉，并赠送停车券。', valueFen: 2_000 } as const;
  await dataOf(agent.POST('/complaints/tickets/{id}/case/compensation', { params: { path }, body: compensation }));
  const { version } = await dataOf(agent.POST('/complaints/tickets/{id}/claim', { params: { path } }));
  const params = { path, header: { 'If-Match': `"${version}"` } };
  const text = '已致电患者，说明调查结果并致歉，告知将赠送停车券。';
  await dataOf(agent.POST('/complaints/tickets/{id}/reply', { params, body: { text } }));
}

async function giveVoucher(agent: HospitalClient, ticketId: string, patientId: string): Promise<void> {
  const given = await dataOf(agent.GET('/complaints/vouchers', { params: { query: { patientId } } }));
  if (given.items.some(({ sourceId }) => sourceId === ticketId)) return;
  const body = { typeCode: 'free-parking', source: 'ticket', sourceId: ticketId, patientId } as const;
  await dataOf(agent.POST('/complaints/vouchers', { body }));
}
