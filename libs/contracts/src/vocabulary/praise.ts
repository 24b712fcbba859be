/** How somebody praised: 表扬信 or 锦旗 (CP-7). */
export const PRAISE_KINDS = ['letter', 'banner'] as const;
export type PraiseKind = (typeof PRAISE_KINDS)[number];
