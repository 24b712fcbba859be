import type { EntityManager } from 'typeorm';

/** Whom a complaint was justified against (CP-8). */
export interface Accused {
  departmentCodes: string[];
  staffMemberIds: string[];
}

/** One name a complaint was justified against. */
export interface KeptFinding {
  number: string;
  against: 'department' | 'person';
  subject: string;
  /** The hospital's calendar day. */
  receivedOn: string;
}

const FORGET = `
  DELETE FROM confirmed_against WHERE ticket_id = $1
  RETURNING number, against, subject, received_on::text AS "receivedOn"`;

/** Takes back what counted against anybody because of this ticket. */
export async function forgetFindings(tx: EntityManager, ticketId: string): Promise<KeptFinding[]> {
  const [rows]: [KeptFinding[], number] = await tx.query(FORGET, [ticketId]);
  return rows;
}

export function accusedOf(findings: readonly KeptFinding[]): Accused {
  const of = (against: KeptFinding['against']) =>
    findings.filter((finding) => finding.against === against).map(({ subject }) => subject);
  return { departmentCodes: of('department'), staffMemberIds: of('person') };
}
