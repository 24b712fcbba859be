export type Fields = Readonly<Record<number, string | undefined>>;

/** A segment from its fields by number, so that nobody counts bars. */
export function segment(name: string, fields: Fields): string {
  const values = Array.from({ length: Math.max(...Object.keys(fields).map(Number)) }, (_, i) => fields[i + 1] ?? '');
  return [name, ...values].join('|');
}

export interface AdtParts {
  readonly event?: string;
  /** Fields by their HL7 number; they replace the defaults, `''` empties one. */
  readonly msh?: Fields;
  readonly evn?: Fields | null;
  readonly pid?: Fields | null;
  readonly pv1?: Fields | null;
  readonly more?: readonly string[];
}

const PERSON: Fields = { 1: '1', 3: '00088001^^^HIS^MR', 5: '张^三', 7: '19800115', 8: '1' };
const STAY: Fields = { 1: '1', 2: 'I', 3: 'W12^08^03^020101&心血管内科', 19: 'ZY20260001', 44: '20260120091500' };

/** An ADT message that is taken as it stands; `null` leaves a segment out. */
export function anAdt({ event = 'A03', msh = {}, evn, pid, pv1, more = [] }: AdtParts = {}): string {
  const header = { 3: 'HIS', 4: 'H1', 7: '20260131103000', 9: `ADT^${event}`, 10: 'M1', 11: 'P', 12: '2.5', ...msh };
  const shifted = Object.entries(header).map(([field, value]) => [Number(field) - 1, value] as const);
  const lines = [
    segment('MSH', { 1: '^~\\&', ...Object.fromEntries(shifted) }),
    evn === null ? '' : segment('EVN', { 1: event, 2: '20260131100500', ...evn }),
    pid === null ? '' : segment('PID', { ...PERSON, ...pid }),
    pv1 === null ? '' : segment('PV1', { ...STAY, ...pv1 }),
    ...more,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\r`)
    .join('');
}
