/** What personal data may be used for, each allowed or not (PT-9). */
export const CONSENT_PURPOSES = ['care', 'follow-up', 'marketing', 'research', 'publication'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Why a use is lawful (PIPL Art. 13; 29 for the separate consent that health data need). */
export const LEGAL_BASES = ['consent', 'separate-consent', 'contract', 'legal-duty', 'emergency'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** States of a person besides death that the other services obey at once (PT-11). */
export const PERSON_STATES = ['do-not-contact', 'cured'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** How somebody reaches the hospital, or the hospital somebody. */
export const CHANNELS = [
  'phone',
  'wechat',
  'wecom',
  'website',
  'douyin',
  'xiaohongshu',
  'sms',
  'e-mail',
  'letter',
  'fax',
  'walk-in',
] as const;
export type Channel = (typeof CHANNELS)[number];
