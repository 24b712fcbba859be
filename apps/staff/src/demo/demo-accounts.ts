import type { Role } from '#contracts';

/** Known to everybody who reads this: demo accounts exist only where DEMO_SEED=true. */
export const DEMO_PASSWORD = 'demo-password-2026';

export interface DemoAccount {
  username: string;
  displayName: string;
  roles: Role[];
}

export const DEMO_ACCOUNTS: DemoAccount[] = [
  { username: 'admin', displayName: '系统管理员 孙志远', roles: ['administrator'] },
  { username: 'manager', displayName: '客服负责人 王丽华', roles: ['centre-manager'] },
  { username: 'agent', displayName: '客服 李晓梅', roles: ['agent'] },
  { username: 'nurse', displayName: '回访员 张静', roles: ['follow-up-nurse'] },
  { username: 'nurse-2', displayName: '回访员 马晓燕', roles: ['follow-up-nurse'] },
  { username: 'guide', displayName: '导医 刘芳', roles: ['guide'] },
  { username: 'doctor', displayName: '值班医生 陈建国', roles: ['duty-doctor', 'department-answerer'] },
  { username: 'director', displayName: '科室主任 赵明远', roles: ['department-director', 'expert'] },
  { username: 'medical-affairs', displayName: '医务科 何敏', roles: ['medical-affairs'] },
  { username: 'inspector', displayName: '质检员 吴倩', roles: ['qc-inspector', 'mentor'] },
  { username: 'marketing', displayName: '市场部 林涛', roles: ['marketing', 'community-operator'] },
  { username: 'gm', displayName: '总经理 周国强', roles: ['general-manager'] },
];
