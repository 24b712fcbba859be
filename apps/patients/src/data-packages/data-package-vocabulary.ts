/** `waiting`: it is being made, or a service is away; `expired`: its files are gone; `withdrawn`: somebody took it back. */
export const PACKAGE_STATES = ['waiting', 'ready', 'expired', 'withdrawn'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

/** PIPL Art. 45 and 49: the person, the guardian of a child, near relatives of a dead person, or a representative. */
export const ASKERS = ['self', 'guardian', 'near-relative', 'representative'] as const;
export type Asker = (typeof ASKERS)[number];

export const IDENTITY_CHECKS = ['document-in-person', 'document-by-video', 'signed-in-app', 'other'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export const PACKAGE_FORMATS = ['json', 'pdf'] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];
