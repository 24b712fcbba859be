import type { Demographics, Statement } from '../people/demographics.rules.js';
import { namesAgree } from '../people/identity.rules.js';
import { searchText } from '../people/name-search.js';

/**
 * Whether a line speaks of somebody else than the record its number belongs to: another name, and another birth date
 * or national ID. So looks a sheet of which one column was sorted and the others were not.
 */
export function isSomebodyElse(record: Demographics, { name, birthDate, nationalId }: Statement): boolean {
  const like = (text: string | null | undefined) => ({ nameText: searchText(text ?? ''), birthDate: null });
  if (namesAgree(like(record.name), like(name?.name))) return false;
  return differ(record.birthDate, birthDate?.birthDate) || differ(record.nationalId, nationalId?.nationalId);
}

/** Both known, and neither the beginning of the other: a date may be known in part. */
function differ(known: string | null, said: string | null | undefined): boolean {
  return known !== null && said !== null && said !== undefined && !known.startsWith(said) && !said.startsWith(known);
}
