import { SetMetadata } from '@nestjs/common';

export const AUDIT_MARK = Symbol('audit mark');

/** Whose data an operation is about and where their ids are found. */
export interface AuditSubject {
  /** Path parameters that name the person or thing. */
  params?: readonly string[];
  /** Places in the answer, dotted; lists are gone through: `items.patientId`. */
  answer?: readonly string[];
  /** Query parameters worth keeping as they were given: ids, never names or phone numbers. */
  query?: readonly string[];
  /** The answer has personal data as it is, whatever masking does elsewhere (a raw message). */
  unmasked?: boolean;
  /** Path parameters that are never entered: who knows them may do what they are for. */
  secret?: readonly string[];
  /**
   * Is recorded also when nobody knows who called: `always`, as attempts to log in, or only `with-subject`, when the
   * call found whom it is about. Entries are kept for years and nobody deletes them: guesses must not fill the disk.
   */
  anonymous?: 'always' | 'with-subject';
}

export type AuditMark = ({ audited: true; subject: string } & AuditSubject) | { audited: false };

/**
 * Every call is entered in the audit: who did it to whom, with what outcome (decision 10, PT-9).
 * @param subject the kind of person or thing, for instance `patient`
 */
export const Audited = (subject: string, where: AuditSubject = {}) =>
  SetMetadata(AUDIT_MARK, { audited: true, subject, ...where } satisfies AuditMark);

/** The operation neither reads nor changes anything about a person, nor who may. */
export const NotPersonal = () => SetMetadata(AUDIT_MARK, { audited: false } satisfies AuditMark);
