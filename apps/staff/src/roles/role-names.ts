import type { Role } from '#contracts';

/** What roles are called (domain glossary). */
export const ROLE_NAMES: Record<Role, { zh: string; en: string }> = {
  agent: { zh: '客服', en: 'Agent' },
  'follow-up-nurse': { zh: '回访员', en: 'Follow-up nurse' },
  guide: { zh: '导医', en: 'Guide' },
  'community-operator': { zh: '私域运营', en: 'Community operator' },
  'qc-inspector': { zh: '质检员', en: 'QC inspector' },
  mentor: { zh: '带教', en: 'Mentor' },
  'centre-manager': { zh: '客服负责人', en: 'Centre manager' },
  'duty-doctor': { zh: '值班医生', en: 'Duty doctor' },
  'department-answerer': { zh: '科室答疑', en: 'Department answerer' },
  expert: { zh: '专家', en: 'Expert' },
  'department-director': { zh: '科室主任', en: 'Department director' },
  'medical-affairs': { zh: '医务科', en: 'Medical affairs' },
  marketing: { zh: '市场部', en: 'Marketing' },
  legal: { zh: '法务', en: 'Legal' },
  finance: { zh: '财务', en: 'Finance' },
  'general-manager': { zh: '总经理', en: 'General manager' },
  integrator: { zh: '系统对接方', en: 'Integrator' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
};
