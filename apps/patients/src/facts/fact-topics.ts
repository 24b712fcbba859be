/** ABO as it is usually noted, with the Rh factor where it is known. */
export const BLOOD_TYPES = ['A', 'B', 'AB', 'O', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'] as const;
export type BloodType = (typeof BLOOD_TYPES)[number];

/** How somebody first heard of the hospital (PT-1). */
export const SOURCES = [
  'friend-referral',
  'nearby',
  'passing-by',
  'phone',
  'wechat',
  'website',
  'douyin',
  'xiaohongshu',
  'search',
  'other',
] as const;
export type SourceKind = (typeof SOURCES)[number];

export interface Source {
  kind: SourceKind;
  /** Of a friend's referral: the patient who told. */
  referrerId?: string;
}

export interface Club {
  memberSince: string;
}

export interface Allergy {
  substance: string;
  reaction?: string;
}

export interface Condition {
  /** ICD-10. */
  code: string;
  text: string;
}

export interface EmergencyContact {
  name: string;
  relation: string;
  phone: string;
}

/** What is said of a person besides who it is. */
export interface SaidFacts {
  bloodType: BloodType | null;
  source: Source | null;
  club: Club | null;
  allergies: Allergy[];
  conditions: Condition[];
  emergencyContacts: EmergencyContact[];
}

export type FactTopic = keyof SaidFacts;
export type FactsStatement = { [topic in FactTopic]?: SaidFacts[topic] | undefined };
