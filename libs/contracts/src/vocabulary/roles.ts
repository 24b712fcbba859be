/** Roles of the people and systems at the customer-service centre (domain.md). */
export const ROLES = [
  'agent',
  'follow-up-nurse',
  'guide',
  'community-operator',
  'qc-inspector',
  'mentor',
  'centre-manager',
  'duty-doctor',
  'department-answerer',
  'expert',
  'department-director',
  'medical-affairs',
  'marketing',
  'legal',
  'finance',
  'general-manager',
  'integrator',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];
