/** What a message is about, as far as families go (PT-7): who gets it depends on it. */
export const CONTENT_KINDS = ['appointment', 'follow-up', 'medication', 'birthday', 'marketing'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** Why somebody gets a message about a patient. */
export const RECIPIENT_REASONS = ['self', 'copy', 'guardian-instead-of-child'] as const;
export type RecipientReason = (typeof RECIPIENT_REASONS)[number];
