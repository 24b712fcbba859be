import type { TextSet } from '#platform';

/** What this service answers when something is wrong. */
export const STAFF_TEXTS: TextSet = {
  problems: {
    'credentials-refused': { 'zh-CN': '用户名或密码错误。', en: 'User name or password is wrong.' },
    'login-locked': {
      'zh-CN': '该用户名连续输错口令，已被暂时锁定，请稍后再试。',
      en: 'Too many wrong passwords for this user name; try again later.',
    },
    'refresh-refused': { 'zh-CN': '会话已结束，请重新登录。', en: 'The session is over; sign in again.' },
    'password-change-required': {
      'zh-CN': '请先修改口令：POST /auth/password。',
      en: 'Choose a password of your own first: POST /auth/password.',
    },
    'no-session': { 'zh-CN': '该令牌不属于本系统的会话。', en: 'This token belongs to no session of ours.' },
    'department-has-children': {
      'zh-CN': '其下属科室仍在用：请先关闭或移走。',
      en: 'Departments below it are open: close or move them first.',
    },
    'parent-closed': { 'zh-CN': '其上级科室已关闭。', en: 'The department it belongs to is closed.' },
    'department-has-duty': {
      'zh-CN': '该科室仍有人值班或已排班：请先取消。',
      en: 'Somebody is on duty there, or planned to be: end that first.',
    },
    busy: { 'zh-CN': '同时登录的人过多，请稍后再试。', en: 'Too many people log in at once; try again.' },
    'username-taken': { 'zh-CN': '账号 {username} 已存在。', en: 'There is an account {username} already.' },
    'last-administrator': {
      'zh-CN': '这样将没有人能够管理本系统。',
      en: 'Nobody could administer the hospital any more.',
    },
    'local-code-taken': {
      'zh-CN': '其中一个本地编码已属于另一个科室。',
      en: 'Another department has one of these local codes.',
    },
    'shift-overlaps': {
      'zh-CN': '该班次或该人员在此时段已有排班；第二线请用 line 2。',
      en: 'There is a shift of this line, or of this person, at that time. A second line is line 2.',
    },
    'shift-over': { 'zh-CN': '该班次已结束，不能再改。', en: 'The shift has ended: it is history now.' },
    'substitute-overlaps': {
      'zh-CN': '此人在该时段已有替班。',
      en: 'Somebody stands in for that person at that time already.',
    },
    'staff-number-taken': {
      'zh-CN': '工号 {staffNumber} 已被使用。',
      en: 'Somebody has the staff number {staffNumber} already.',
    },
    'notification-acknowledged': {
      'zh-CN': '该通知已由他人确认。',
      en: 'Somebody else has acknowledged it already.',
    },
    'notification-settled': { 'zh-CN': '该事项已办结，无需确认。', en: 'It is settled; nobody is needed any more.' },
    'department-in-circle': { 'zh-CN': '科室不能隶属于自身。', en: 'A department cannot stand below itself.' },
  },
  reasons: {
    'password-too-short': { 'zh-CN': '至少 {length} 个字符', en: 'must be at least {length} characters long' },
    'password-holds-name': { 'zh-CN': '不得与用户名相同或包含用户名', en: 'must not be or hold the user name' },
    'password-common': { 'zh-CN': '属于常见口令', en: 'is among the passwords that are tried first' },
    'password-used-before': { 'zh-CN': '最近用过', en: 'was used before' },
    'no-member': { 'zh-CN': '不是在职人员', en: 'is nobody who works here' },
    'no-department-in-use': { 'zh-CN': '不是在用的科室', en: 'is no department in use' },
    'not-in-use': { 'zh-CN': '未在使用', en: 'is not in use' },
    'not-after-start': { 'zh-CN': '必须晚于 startsAt', en: 'must be after startsAt' },
    'not-in-month': { 'zh-CN': '不在 {month} 内', en: 'is not in {month}' },
    'too-long-a-shift': {
      'zh-CN': '与 startsAt 相距不得超过 {hours} 小时',
      en: 'must be within {hours} hours of startsAt',
    },
    'is-away': { 'zh-CN': '正是不在岗的人', en: 'is the person who is away' },
    'no-single-target': {
      'zh-CN': '必须恰好是一名员工、一个账号、某科室的值班角色或一个角色',
      en: 'must be exactly one of a member, an account, a role on duty in a department, or a role',
    },
    'quiet-too-long': {
      'zh-CN': '免打扰时段不得超过 {hours} 小时',
      en: 'must be within {hours} hours of starts',
    },
    'no-department': { 'zh-CN': '不是已有的科室', en: 'is no department' },
  },
  terms: {
    session: { 'zh-CN': '会话', en: 'session' },
    account: { 'zh-CN': '账号', en: 'account' },
    'staff-member': { 'zh-CN': '职工', en: 'staff member' },
    title: { 'zh-CN': '职称', en: 'title' },
    skill: { 'zh-CN': '技能', en: 'skill' },
    notification: { 'zh-CN': '通知', en: 'notification' },
    shift: { 'zh-CN': '班次', en: 'shift' },
    substitute: { 'zh-CN': '替班', en: 'substitute' },
    'weekly-duty': { 'zh-CN': '每周值班', en: 'weekly duty' },
    department: { 'zh-CN': '科室', en: 'department' },
  },
};
