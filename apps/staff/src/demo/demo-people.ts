import type { Role } from '#contracts';

export const DEMO_SKILLS = [
  ['chest-pain', '胸痛', 'Chest pain'],
  ['stroke', '卒中', 'Stroke'],
  ['wound-care', '伤口护理', 'Wound care'],
  ['complaint-talks', '投诉沟通', 'Talking with complainants'],
  ['english', '英语接待', 'English'],
] as const;

export interface DemoMember {
  staffNumber: string;
  name: string;
  /** National code of the main department. */
  department: string;
  titles: string[];
  skills: string[];
  /** Of the demo account that is his. */
  username?: string;
}

export const DEMO_MEMBERS: DemoMember[] = [
  member('A0001', '孙志远', '32', [], [], 'admin'),
  member('K0001', '王丽华', '02', [], ['complaint-talks'], 'manager'),
  member('K0002', '李晓梅', '02', [], ['english'], 'agent'),
  member('K0003', '张静', '02', ['nurse-in-charge'], ['wound-care'], 'nurse'),
  member('K0004', '刘芳', '20', ['nurse'], ['english'], 'guide'),
  member('D0017', '陈建国', '03.04', ['attending-physician'], ['chest-pain'], 'doctor'),
  member('D0008', '赵明远', '03.04', ['chief-physician'], ['chest-pain', 'stroke'], 'director'),
  member('D0031', '何敏', '01', ['associate-chief-physician'], ['complaint-talks'], 'medical-affairs'),
  member('K0005', '吴倩', '02', ['senior-nurse'], [], 'inspector'),
  member('K0006', '林涛', '02', [], [], 'marketing'),
  member('K0007', '马晓燕', '02', ['nurse'], ['wound-care', 'english'], 'nurse-2'),
  member('G0001', '周国强', '02', [], [], 'gm'),
  member('D0042', '郑凯', '03.04', ['resident-physician'], ['chest-pain']),
  member('D0043', '冯雪', '03', ['attending-physician'], ['stroke']),
  member('D0044', '钱思源', '20', ['attending-physician'], ['chest-pain', 'stroke']),
  member('N0011', '蒋慧', '20', ['nurse-in-charge'], ['wound-care']),
];

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export interface DemoDuty {
  /** National code. */
  department: string;
  role: Role;
  staffNumber: string;
  line: number;
  weekdays: number[];
  starts: string;
  ends: string;
}

/** Somebody is on duty at any minute: in cardiology, in internal medicine for all below it, and at the emergency desk. */
export const DEMO_DUTIES: DemoDuty[] = [
  duty('03.04', 'duty-doctor', 'D0017', 1, [1, 2, 3, 4, 5], '08:00', '18:00'),
  duty('03.04', 'duty-doctor', 'D0042', 1, [6, 7], '08:00', '18:00'),
  duty('03.04', 'duty-doctor', 'D0042', 1, [1, 3, 5], '18:00', '08:00'),
  duty('03.04', 'duty-doctor', 'D0017', 1, [2, 4, 6, 7], '18:00', '08:00'),
  duty('03.04', 'duty-doctor', 'D0008', 2, EVERY_DAY, '18:00', '08:00'),
  duty('03', 'duty-doctor', 'D0043', 1, EVERY_DAY, '08:00', '08:00'),
  duty('20', 'duty-doctor', 'D0044', 1, EVERY_DAY, '08:00', '08:00'),
  duty('03.04', 'department-director', 'D0008', 1, EVERY_DAY, '08:00', '08:00'),
  duty('02', 'centre-manager', 'K0001', 1, EVERY_DAY, '08:00', '08:00'),
  duty('02', 'follow-up-nurse', 'K0003', 1, EVERY_DAY, '08:00', '21:00'),
  duty('02', 'follow-up-nurse', 'K0007', 2, EVERY_DAY, '08:00', '21:00'),
  duty('02', 'agent', 'K0002', 1, EVERY_DAY, '08:00', '21:00'),
  duty('02', 'agent', 'K0003', 1, EVERY_DAY, '21:00', '08:00'),
];

function member(
  staffNumber: string,
  name: string,
  department: string,
  titles: string[],
  skills: string[],
  username?: string,
): DemoMember {
  return { staffNumber, name, department, titles, skills, ...(username === undefined ? {} : { username }) };
}

function duty(
  department: string,
  role: Role,
  staffNumber: string,
  line: number,
  weekdays: number[],
  starts: string,
  ends: string,
): DemoDuty {
  return { department, role, staffNumber, line, weekdays, starts, ends };
}
