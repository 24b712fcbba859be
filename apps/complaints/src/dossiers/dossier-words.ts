import type { TicketChannel, TicketColour, TicketKind, TicketState } from '#contracts';

/** On paper: Chinese first, English second. */
export const KINDS: Record<TicketKind, string> = {
  complaint: '投诉 Complaint',
  suggestion: '意见建议 Suggestion',
  praise: '表扬 Praise',
  consultation: '咨询 Consultation',
  emergency: '急诊 Emergency',
  appointment: '预约 Appointment',
  other: '其他 Other',
};

export const COLOURS: Record<TicketColour, string> = { red: '红 Red', yellow: '黄 Yellow', blue: '蓝 Blue' };

export const STATES: Record<TicketState, string> = {
  open: '待受理 Open',
  claimed: '处理中 Claimed',
  'waiting-for-patient': '等待患者 Waiting for the patient',
  solved: '已解决 Solved',
  closed: '已办结 Closed',
  merged: '已合并 Merged',
  stopped: '已终止 Stopped',
};

export const CHANNELS: Record<TicketChannel, string> = {
  phone: '电话 Phone',
  desk: '服务台 Desk',
  letter: '来信 Letter',
  wechat: '微信 WeChat',
  'web-form': '网站表单 Web form',
  message: '短信 Message',
  'follow-up': '随访 Follow-up',
  review: '网络评价 Review',
  'hotline-12345': '12345热线 Hotline 12345',
  other: '其他 Other',
};

/** A step without words here is printed by its code. */
export const STEPS: Readonly<Record<string, string>> = {
  opened: '登记 Opened',
  claimed: '受理 Claimed',
  replied: '首次答复 Replied',
  paused: '等待患者 Paused',
  resumed: '继续处理 Resumed',
  solved: '解决 Solved',
  closed: '办结 Closed',
  reopened: '重新处理 Reopened',
  stopped: '终止 Stopped',
  merged: '并入 Merged',
  'took-in': '合并进来 Took in',
  unmerged: '撤销合并 Unmerged',
  'gave-back': '退回合并 Gave back',
  recoloured: '改颜色 Recoloured',
  reassigned: '转派 Reassigned',
  reclassified: '改类别 Reclassified',
  attributed: '确认患者 Patient known',
  noted: '内部备注 Noted',
  complainant: '投诉人类型 Complainant',
  escalated: '升级 Escalated',
  attached: '附件 Attached',
};
