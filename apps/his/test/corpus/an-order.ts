import { segment, type Fields } from './an-adt.js';

export interface OrderParts {
  /** MSH-9. */
  readonly type?: string;
  /** Fields by their HL7 number; they replace the defaults, `''` empties one. */
  readonly msh?: Fields;
  readonly pid?: Fields | null;
  /** The segments after PID. */
  readonly lines?: readonly string[];
}

const PERSON: Fields = { 1: '1', 3: '00088001^^^HIS^MR', 5: '张^三', 7: '19800115', 8: '1' };

/** A message of results or medication orders that is taken when its lines are. */
export function anOrder({ type = 'ORU^R01', msh = {}, pid, lines = [] }: OrderParts = {}): string {
  const header = { 3: 'LIS', 4: 'H1', 7: '20260131103000', 9: type, 10: 'M1', 11: 'P', 12: '2.5', ...msh };
  const shifted = Object.entries(header).map(([field, value]) => [Number(field) - 1, value] as const);
  const all = [
    segment('MSH', { 1: '^~\\&', ...Object.fromEntries(shifted) }),
    ...(pid === null ? [] : [segment('PID', { ...PERSON, ...pid })]),
    ...lines,
  ];
  return all.map((line) => `${line}\r`).join('');
}

/** OBR of a blood count, numbered L1; OBR-25 is F unless said. */
export function anObr(fields: Fields = {}): string {
  return segment('OBR', { 1: '1', 2: 'P1', 3: 'L1', 4: 'CBC^血常规', 7: '20260131080000', 25: 'F', ...fields });
}

/** OBX with a number that is final and normal unless said. */
export function anObx(fields: Fields = {}): string {
  return segment('OBX', { 1: '1', 2: 'NM', 3: 'WBC^白细胞', 5: '7.5', 6: '10^9/L', 11: 'F', ...fields });
}
