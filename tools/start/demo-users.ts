/** The accounts of the demo hospital. apps/staff makes the same ones when DEMO_SEED is true; never in production. */
export const DEMO_USERS = {
  manager: { username: 'manager', password: 'demo-manager', role: 'centre manager 客服负责人' },
  nurse: { username: 'nurse', password: 'demo-nurse', role: 'follow-up nurse 回访员' },
  agent: { username: 'agent', password: 'demo-agent', role: 'agent 客服' },
  admin: { username: 'admin', password: 'demo-admin', role: 'administrator 管理员' },
};
