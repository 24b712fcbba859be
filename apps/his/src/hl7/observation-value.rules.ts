/** What an OBX-5 says: as people read it, and as a number where it is one. */
export interface ObservationValue {
  readonly value: string;
  readonly number?: number;
}

const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/;
const LOWER_THAN = /^(?:<|<=|≤|＜|小于|低于)\s*(\d+(?:\.\d+)?)$/;
const HIGHER_THAN = /^(?:>|>=|≥|＞|大于|高于)\s*(\d+(?:\.\d+)?)$/;
const BETWEEN = /^(-?\d+(?:\.\d+)?)\s*(?:-{1,2}|~|～|—|–|至)\s*(-?\d+(?:\.\d+)?)$/;

/** OBX-2 NM. Laboratories also write `<0.5` and `阴性` there: that is a value too, only no number. */
export function readNumeric(text: string): ObservationValue {
  return NUMBER.test(text) ? { value: text, number: Number(text) } : { value: text };
}

/** OBX-2 SN: comparator, number, separator, number: `>^90`, `^100^-^200`, `^1^:^128`. */
export function readStructured(parts: readonly (string | undefined)[]): ObservationValue {
  const [comparator = '', first = '', separator = '', second = ''] = parts;
  const isPlain = (comparator === '' || comparator === '=') && separator === '' && second === '';
  if (isPlain && NUMBER.test(first)) return { value: first, number: Number(first) };
  return { value: `${isPlain ? '' : comparator}${first}${separator}${second}` };
}

/**
 * Whether a number is outside its reference range, `3.5-9.5`, `<5.2`, `≥60`; undefined when that cannot be told. For
 * the many laboratories that leave OBX-8 empty.
 */
export function isOutside(number: number, range: string): boolean | undefined {
  const text = range.trim().replace(/^[([（]|[)\]）]$/g, '');
  const between = BETWEEN.exec(text);
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    return low <= high ? number < low || number > high : undefined;
  }
  const below = LOWER_THAN.exec(text);
  if (below) return isStrict(text) ? number >= Number(below[1]) : number > Number(below[1]);
  const above = HIGHER_THAN.exec(text);
  if (above) return isStrict(text) ? number <= Number(above[1]) : number < Number(above[1]);
  return undefined;
}

const isStrict = (text: string): boolean => !/^(?:<=|>=|≤|≥)/.test(text);
