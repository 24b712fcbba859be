import type { EntityManager } from 'typeorm';

/** A nurse with what she has to do. */
export interface KnownNurse {
  id: string;
  memberId: string;
  name: string;
  skills: string[];
  /** By the roster of staff, at some time of the hours asked about. */
  onDuty: boolean;
  /** Open tasks dealt to her. */
  load: number;
}

/** Everybody who works here and has an account with the role, by name. */
const NURSES = `
  SELECT account.id, member.id AS "memberId", member.name, member.skills,
         EXISTS (SELECT 1 FROM known_shift shift
                  WHERE shift.member_id = member.id AND shift.role = 'follow-up-nurse' AND NOT shift.cancelled
                    AND shift.starts_at < $2 AND shift.ends_at > $1) AS "onDuty",
         (SELECT count(*)::int FROM task WHERE task.assigned_to = account.id AND task.status = 'open') AS load
    FROM known_account account JOIN known_member member ON member.id = account.member_id
   WHERE account.active AND member.active AND 'follow-up-nurse' = ANY (account.roles)
   ORDER BY member.name, account.id`;

export function knownNurses(tx: EntityManager, hours: { from: Date; until: Date }): Promise<KnownNurse[]> {
  return tx.query(NURSES, [hours.from, hours.until]);
}

/** Those on duty; everybody when the roster of that day says nothing of nurses. */
export function available(nurses: KnownNurse[]): { nurses: KnownNurse[]; byRoster: boolean } {
  const onDuty = nurses.filter((nurse) => nurse.onDuty);
  return onDuty.length > 0 ? { nurses: onDuty, byRoster: true } : { nurses, byRoster: false };
}
