import type { PrintDocument } from '#platform';
import type { TrailEvent } from '../plans/chronicle.js';
import type { PlanDetail, TrailEntry } from '../plans/plans.dto.js';
import type { PlanStatus } from '../plans/settlement.rules.js';
import type { PlanAnchor } from '../protocols/protocol.rules.js';
import type { TaskOutcome, TaskStatus } from '../tasks/task.rules.js';
import type { Task } from '../tasks/tasks.dto.js';

const PLAN_STATUS: Record<PlanStatus, string> = {
  active: '进行中 Active',
  paused: '暂停（再次住院）Paused',
  ended: '已结束 Ended',
};
const ANCHOR: Record<PlanAnchor, string> = {
  discharge: '出院时间 Discharged',
  operation: '手术时间 Operated',
  visit: '就诊时间 Visited',
  consultation: '咨询时间 Consulted',
  admission: '入院时间 Admitted',
};
const TASK_STATUS: Record<TaskStatus, string> = {
  planned: '未到期 Planned',
  open: '待随访 Open',
  done: '已完成 Done',
  lapsed: '已过期 Lapsed',
  cancelled: '已取消 Cancelled',
};
const OUTCOME: Record<TaskOutcome, string> = {
  reached: '已联系 Reached',
  'no-answer': '无人接听 No answer',
  'wrong-number': '号码错误 Wrong number',
  refused: '拒绝随访 Refused',
  sent: '已发送 Sent',
};
const EVENT: Record<TrailEvent, string> = {
  created: '建立计划 Created',
  paused: '暂停 Paused',
  resumed: '恢复 Resumed',
  ended: '结束 Ended',
  'task-opened': '任务开放 Task opened',
  'letter-sent': '信件寄出 Letter sent',
  'task-attempted': '尝试联系 Attempted',
  'task-completed': '任务完成 Task completed',
  'task-lapsed': '任务过期 Task lapsed',
  'task-escalated': '任务逾期已上报 Overdue task escalated',
  'message-requested': '发送短信 Message requested',
  answered: '患者已回答 Answered',
  unanswered: '未回答，转电话 No answer, a call instead',
  'green-channel-opened': '绿色通道开启 Green channel opened',
  'green-channel-repeated': '绿色通道再次高分 Another high score',
  'green-channel-acknowledged': '绿色通道受理 Green channel taken on',
  'green-channel-seen': '绿色通道通知已阅 Notice of the green channel read',
  'green-channel-called': '医生回电 Doctor’s call',
  'green-channel-escalated': '绿色通道升级 Green channel escalated',
  'green-channel-closed': '绿色通道结束 Green channel closed',
  'green-channel-reopened': '绿色通道重新开启 Green channel open again',
  'green-channel-merged': '绿色通道合并 Green channel of two records united',
  'green-channel-parted': '绿色通道拆分重开 Green channel open again, records parted',
  'pain-score-corrected': '疼痛评分更正 Pain score corrected',
  'task-joined': '任务合并 Task joined',
  'task-parted': '任务拆分 Task parted',
  redated: '计划改期 Redated',
};

/** A follow-up plan on paper: Chinese first. `timeOf` says a moment as the hospital's clocks do. */
export function planSheet(plan: PlanDetail, watermark: string, timeOf: (at: Date) => string): PrintDocument {
  const at = (moment: string) => timeOf(new Date(moment));
  return {
    title: '随访计划',
    subtitle: 'Follow-up plan',
    watermark,
    blocks: [
      {
        facts: [
          ['患者编号 Patient', plan.patientId],
          [ANCHOR[plan.anchor], at(plan.anchoredAt)],
          ['科室 Department', plan.departmentName ?? plan.departmentCode ?? '–'],
          ['方案 Protocol', `${plan.protocolCode} v${plan.protocolVersion}`],
          ['状态 Status', [PLAN_STATUS[plan.status], plan.endReason, plan.endNote].filter(Boolean).join(' · ')],
        ],
      },
      { heading: '任务 Tasks' },
      {
        table: {
          head: ['任务 Task', '应完成 Due', '截止 Until', '状态 Status', '备注 Note'],
          rows: plan.tasks.map(taskRow),
          widths: [4, 2, 2, 3, 4],
        },
      },
      { heading: '经过 Trail' },
      {
        table: {
          head: ['时间 Time', '事项 What', '操作人 Who', '说明 Note'],
          rows: plan.trail.map((entry) => trailRow(entry, at)),
          widths: [3, 4, 2, 5],
        },
      },
    ],
  };
}

function taskRow({ nameZh, nameEn, dueOn, lapsesOn, status, outcome, note }: Task): string[] {
  const state = outcome === null ? TASK_STATUS[status] : `${TASK_STATUS[status]} · ${OUTCOME[outcome]}`;
  return [`${nameZh} ${nameEn}`, dueOn ?? '–', lapsesOn ?? '–', state, note ?? ''];
}

function trailRow(
  { at, what, step, reason, note, actorName }: TrailEntry,
  timeOf: (moment: string) => string,
): string[] {
  return [timeOf(at), EVENT[what], actorName ?? '系统 System', [step, reason, note].filter(Boolean).join(' · ')];
}
