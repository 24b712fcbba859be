/** How somebody came into a community of patients (PT-10). */
export const JOIN_WAYS = ['invited', 'scanned-code', 'asked', 'referred', 'imported'] as const;
export type JoinWay = (typeof JOIN_WAYS)[number];

/** Why somebody is no longer in one; the last four are no word of a person. */
export const LEAVE_REASONS = [
  'own-wish',
  'removed',
  'moved',
  'deceased',
  'consent-withdrawn',
  'no-place',
  'community-closed',
] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** What is heard of a member. */
export const COMMUNITY_ACTIVITIES = ['message', 'reaction', 'doctor-hour', 'consultation'] as const;
export type CommunityActivityKind = (typeof COMMUNITY_ACTIVITIES)[number];
