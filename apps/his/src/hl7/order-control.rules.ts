import type { MedicationStop } from '#contracts';

/** What an order message does to an order: it holds, for the reason given no longer, or nothing changes. */
export type OrderControl = 'holds' | 'no-change' | MedicationStop;

/** HL7 table 0119 (ORC-1), as far as pharmacies use it. */
const CONTROLS: Readonly<Record<string, OrderControl>> = {
  NW: 'holds',
  OK: 'holds',
  RE: 'holds',
  RF: 'holds',
  AF: 'holds',
  XO: 'holds',
  XX: 'holds',
  XR: 'holds',
  RO: 'holds',
  CH: 'holds',
  PA: 'holds',
  SN: 'holds',
  NA: 'holds',
  RL: 'holds',
  OE: 'holds',
  OR: 'holds',
  SC: 'holds',
  SR: 'holds',
  CA: 'cancelled',
  OC: 'cancelled',
  CR: 'cancelled',
  UA: 'cancelled',
  RP: 'discontinued',
  RQ: 'discontinued',
  RU: 'discontinued',
  DC: 'discontinued',
  OD: 'discontinued',
  DR: 'discontinued',
  HD: 'on-hold',
  OH: 'on-hold',
  HR: 'on-hold',
  DE: 'no-change',
  DF: 'no-change',
  UC: 'no-change',
  UD: 'no-change',
  UF: 'no-change',
  UH: 'no-change',
  UM: 'no-change',
  UR: 'no-change',
  UX: 'no-change',
};

/** HL7 table 0038 (ORC-5): a status that ends an order whatever ORC-1 says. CM does not: what was handed out is taken. */
const ENDING: Readonly<Record<string, MedicationStop>> = {
  CA: 'cancelled',
  DC: 'discontinued',
  HD: 'on-hold',
};

/** What ORC-1 and ORC-5 say together; undefined for a code that is in no table. */
export function orderControlOf(code: string, status: string | undefined): OrderControl | undefined {
  const control = Object.hasOwn(CONTROLS, code) ? CONTROLS[code] : undefined;
  const ending = status !== undefined && Object.hasOwn(ENDING, status) ? ENDING[status] : undefined;
  return control === 'holds' ? (ending ?? control) : control;
}
