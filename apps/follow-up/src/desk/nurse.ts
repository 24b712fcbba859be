import { currentContext, prepared } from '#platform';
import type { EntityManager } from 'typeorm';

/** A nurse as the queue knows her: by the account she signed in with. */
export interface Nurse {
  accountId: string;
  /** None when nobody told this service whose account it is: she works on what needs no skill. */
  skills: string[];
}

const SKILLS = `
  SELECT member.skills FROM known_account account JOIN known_member member ON member.id = account.member_id
   WHERE account.id = $1 AND account.active AND member.active`;

/** Whoever is asking, with the skills of the member of staff whose account it is. */
export async function nurseAsking(tx: EntityManager): Promise<Nurse> {
  const accountId = currentContext()?.actor?.id ?? '';
  const [known] = await prepared<{ skills: string[] }>(tx, 'desk.nurse', SKILLS, [accountId]);
  return { accountId, skills: known?.skills ?? [] };
}
