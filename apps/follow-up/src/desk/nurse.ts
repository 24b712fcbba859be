import { currentContext, prepared } from '#platform';
import type { EntityManager } from 'typeorm';

/** A nurse as the queue knows her: by the account she signed in with. */
export interface Nurse {
  accountId: string;
  /** None when nobody told this service whose account it is: she works on what needs no skill. */
  skills: string[];
}

/** One statement, as nurses ask all day long. */
const TURN_AND_SKILLS = `
  SELECT (SELECT member.skills FROM known_account account JOIN known_member member ON member.id = account.member_id
           WHERE account.id = $1 AND account.active AND member.active) AS skills
    FROM pg_advisory_xact_lock(hashtextextended('follow-up.claims:' || $1, 0))`;

/**
 * Whoever is asking, with the skills of the member of staff whose account it is. Two clicks of one nurse take turns until
 * the transaction ends: the second gets what the first got.
 */
export async function nurseInTurn(tx: EntityManager): Promise<Nurse> {
  const accountId = currentContext()?.actor?.id ?? '';
  const [known] = await prepared<{ skills: string[] | null }>(tx, 'desk.nurse', TURN_AND_SKILLS, [accountId]);
  return { accountId, skills: known?.skills ?? [] };
}
