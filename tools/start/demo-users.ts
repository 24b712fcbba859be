const password = 'demo-password-2026';

/**
 * Those accounts of the demo hospital that the start names. apps/staff makes them when DEMO_SEED is true; never in
 * production.
 */
export const DEMO_USERS = {
  manager: { username: 'manager', password, role: 'centre manager 客服负责人' },
  nurse: { username: 'nurse', password, role: 'follow-up nurse 回访员' },
  agent: { username: 'agent', password, role: 'agent 客服' },
  doctor: { username: 'doctor', password, role: 'duty doctor 值班医生' },
  admin: { username: 'admin', password, role: 'administrator 管理员' },
};
