/** How answers to a questionnaire came: surveys by telephone score lower, so it is kept as a dimension (FU-10). */
export const RESPONSE_CHANNELS = ['phone', 'link', 'on-site', 'letter', 'settlement-sheet'] as const;
export type ResponseChannel = (typeof RESPONSE_CHANNELS)[number];
