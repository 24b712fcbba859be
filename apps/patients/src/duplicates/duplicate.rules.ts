import type { Sex } from '#contracts';

/** As much of a record as speaks for or against being the same person as another. */
export interface Traits {
  /** The name in its form for comparing; empty when unknown. */
  nameText: string;
  /** Its full pinyin: 葉 and 叶, 玮 and 伟 read alike. */
  nameReading: string;
  /** As precise as it is known: 1949, 1949-12 or 1949-12-31. */
  birthDate: string | null;
  sex: Sex | null;
  nationalId: string | null;
  documentType: string | null;
  documentNumber: string | null;
  /** Without those that many share: a ward's phone says nothing. */
  phoneKeys: string[];
  address: string | null;
}

/** Points for (above 0) and against two records being one person; their sum is the score. */
export const POINTS = {
  'same-document': 60,
  'same-phone': 50,
  'same-name': 40,
  'same-birth-date': 30,
  'alike-name': 25,
  'same-address': 10,
  'same-sex': 5,
  'different-birth-date': -30,
  'different-document': -30,
  'different-sex': -40,
  'different-name': -50,
  'different-generation': -60,
  'different-national-id': -200,
} as const;

export type DuplicateReason = keyof typeof POINTS;
export const DUPLICATE_REASONS = Object.keys(POINTS) as DuplicateReason[];

export interface Resemblance {
  score: number;
  reasons: DuplicateReason[];
}

/** Of people whose name nobody knew: it is everybody's and nobody's. */
const STAND_INS = new Set([
  '无名氏',
  '無名氏',
  '佚名',
  '不详',
  '不詳',
  '未知',
  '无名',
  '未登记',
  'unknown',
  'anonymous',
]);
/** Years between a parent and a child, at least. */
const GENERATION = 14;

/** PT-3: how much speaks for two records being one person, and what. */
export function resemblance(a: Traits, b: Traits): Resemblance {
  const reasons = [
    nameReason(a, b),
    birthReason(a.birthDate, b.birthDate),
    a.phoneKeys.some((key) => b.phoneKeys.includes(key)) ? ('same-phone' as const) : undefined,
    documentReason(a, b),
    a.nationalId && b.nationalId && a.nationalId !== b.nationalId ? ('different-national-id' as const) : undefined,
    sexReason(a.sex, b.sex),
    isSameAddress(a.address, b.address) ? ('same-address' as const) : undefined,
  ].filter((reason) => reason !== undefined);
  const score = reasons.reduce((sum, reason) => sum + POINTS[reason], 0);
  return { score, reasons: reasons.toSorted((x, y) => POINTS[y] - POINTS[x]) };
}

export function isKnownName(nameText: string): boolean {
  return nameText !== '' && !STAND_INS.has(nameText);
}

export function isFullDate(birthDate: string | null): birthDate is string {
  return birthDate?.length === 10;
}

function nameReason(a: Traits, b: Traits): DuplicateReason | undefined {
  if (!isKnownName(a.nameText) || !isKnownName(b.nameText)) return undefined;
  if (a.nameText === b.nameText) return 'same-name';
  return a.nameReading !== '' && a.nameReading === b.nameReading ? 'alike-name' : 'different-name';
}

/** Only full dates are the same; a less precise one contradicts when it does not begin the other. */
function birthReason(a: string | null, b: string | null): DuplicateReason | undefined {
  if (a === null || b === null) return undefined;
  if (a === b) return isFullDate(a) ? 'same-birth-date' : undefined;
  if (a.startsWith(b) || b.startsWith(a)) return undefined;
  const years = Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
  return years >= GENERATION ? 'different-generation' : 'different-birth-date';
}

function documentReason(a: Traits, b: Traits): DuplicateReason | undefined {
  if (a.documentNumber === null || b.documentNumber === null) return undefined;
  const isSameType = a.documentType === b.documentType;
  if (a.documentNumber === b.documentNumber) return 'same-document';
  return isSameType ? 'different-document' : undefined;
}

function sexReason(a: Sex | null, b: Sex | null): DuplicateReason | undefined {
  const isTold = (sex: Sex | null) => sex === 'male' || sex === 'female';
  if (!isTold(a) || !isTold(b)) return undefined;
  return a === b ? 'same-sex' : 'different-sex';
}

function isSameAddress(a: string | null, b: string | null): boolean {
  const plain = (address: string | null) =>
    (address ?? '')
      .normalize('NFKC')
      .replace(/[\s,，。.]/gu, '')
      .toLowerCase();
  return plain(a) !== '' && plain(a) === plain(b);
}
