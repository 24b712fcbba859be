import { readNationalId } from './national-id.rules.js';

/** As much of a person as tells two apart. */
export interface Likeness {
  /** The name in its form for comparing, empty when unknown. */
  nameText: string;
  birthDate: string | null;
}

/** Two known names must be equal; an unknown one contradicts nothing. */
export function namesAgree(a: Likeness, b: Likeness): boolean {
  return a.nameText === '' || b.nameText === '' || a.nameText === b.nameText;
}

/**
 * PT-3: the same national ID is the same person. The exception is a newborn registered under a parent's number: another
 * name, and the birth date of one of the two is not the one in the number.
 */
export function isSameHolder(nationalId: string, a: Likeness, b: Likeness): boolean {
  const inNumber = readNationalId(nationalId)?.birthDate;
  const contradicts = ({ birthDate }: Likeness) => birthDate !== null && birthDate !== inNumber;
  return namesAgree(a, b) || !(contradicts(a) || contradicts(b));
}
