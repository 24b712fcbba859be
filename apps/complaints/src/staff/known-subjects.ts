import type { FieldFault } from '#platform';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';

const UNKNOWN_CODES = `
  SELECT 1 FROM unnest($1::text[]) AS wanted (code)
   WHERE NOT EXISTS (SELECT FROM known_department WHERE codes @> ARRAY[wanted.code])`;
const UNKNOWN_MEMBERS = `
  SELECT 1 FROM unnest($1::uuid[]) AS wanted (id)
   WHERE NOT EXISTS (SELECT FROM known_member WHERE known_member.id = wanted.id)`;

/**
 * A fault for each field that names a department or a member of staff nobody knows; those who have left are known.
 * @param named by the names of the fields
 */
export async function unknownIn(
  tx: EntityManager,
  named: {
    departmentCode?: readonly string[];
    departmentCodes?: readonly string[];
    staffMemberIds?: readonly string[];
  },
): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const field of ['departmentCode', 'departmentCodes'] as const) {
    const unknown: unknown[] = await tx.query(UNKNOWN_CODES, [named[field] ?? []]);
    if (unknown.length > 0) faults.push({ field, code: 'department-unknown' });
  }
  if (await hasUnknownMember(tx, named.staffMemberIds ?? [])) {
    faults.push({ field: 'staffMemberIds', code: 'member-unknown' });
  }
  return faults;
}

async function hasUnknownMember(tx: EntityManager, ids: readonly string[]): Promise<boolean> {
  if (!ids.every((id) => isUUID(id, 'loose'))) return true;
  const unknown: unknown[] = await tx.query(UNKNOWN_MEMBERS, [ids]);
  return unknown.length > 0;
}
