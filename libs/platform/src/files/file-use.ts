/** What files of one purpose may be. */
export interface FileUse {
  /** For instance `patient-photo`; kept with every file. */
  name: string;
  /** Accepted media types, as the content shows them, for instance `image/png`. */
  mediaTypes: readonly string[];
  maxBytes: number;
}

/**
 * `uploading`: not yet part of anything. `pending`: kept, served only when a scan has found it clean. `not-scanned`: no
 * scanner is configured. `infected`: in quarantine, never served. `deleted`: its content is about to be removed.
 */
export const FILE_STATES = ['uploading', 'not-scanned', 'pending', 'clean', 'infected', 'deleted'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** A file as the service's own database knows it. */
export interface StoredFile {
  id: string;
  use: string;
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  /** Of the content, in hex. */
  sha256: string;
  state: FileState;
  /** The malware found, or why there is no verdict yet. */
  finding: string | null;
  /** What it belongs to, for instance `patient/<id>`; null while nothing has it. */
  owner: string | null;
  createdAt: Date;
  /** Account id; null for the service itself. */
  createdBy: string | null;
}
