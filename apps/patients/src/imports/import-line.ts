import { faultsOf, isFormula, unharmed, type FieldFault } from '#platform';
import { validateSync } from 'class-validator';
import type { Statement } from '../people/demographics.rules.js';
import { searchText } from '../people/name-search.js';
import { numberIn, statedBy } from '../people/stated-patient.js';
import { PatientDocument, RecordNumber } from '../people/people.dto.js';
import { readNationalId } from '../people/national-id.rules.js';
import { phoneKey } from '../people/phone-number.js';
import { dateIn, documentTypeIn, listIn, momentIn, sexIn, UnreadableCell, yesOrNoIn } from './import-cells.rules.js';
import { type Column, type Mapping } from './import-columns.rules.js';
import { ImportedPatient } from './imported-patient.js';

/** Why a line, or a cell of it, was not taken. */
export interface LineFault {
  /** Null where it is the line as a whole. */
  column: Column | null;
  code: string;
  params?: FieldFault['params'];
}

/** One line of the file, read as far as that goes without looking at the records. */
export interface ImportLine {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  patientId: string | undefined;
  numbers: { issuer: string; value: string; type: string | null }[];
  nationalId: string | undefined;
  statement: Statement;
  /** What stands for the person where no number does: the same line makes the same record. Undefined: too little. */
  likeness: string | undefined;
  faults: LineFault[];
}

export interface LineTerms {
  mapping: Mapping;
  /** Of record numbers that name no system. */
  issuer: string | null;
  zone: string;
}

type Cells = Partial<Record<Column, string>>;

const REPLACEMENT = '\uFFFD';

/** Reads one line by the rules for what an agent writes (PT-3). An empty cell says nothing. */
export function readLine(row: number, cells: string[], terms: LineTerms): ImportLine {
  const { named, faults } = nameCells(cells, terms.mapping);
  const patient = new ImportedPatient();
  fill(patient, named, terms, faults);
  faults.push(...ruleFaults(patient));
  const statement = faults.length > 0 ? {} : statedBy(withoutMarks(patient), terms.zone);
  const numbers = (patient.identifiers ?? []).map(({ issuer, value, type }) => ({ issuer, value, type: type ?? null }));
  return {
    row,
    patientId: patient.id?.toLowerCase(),
    numbers: [...new Map(numbers.map((number) => [JSON.stringify([number.issuer, number.value]), number])).values()],
    nationalId: numberIn(patient.nationalId),
    statement,
    likeness: likenessOf(statement),
    faults,
  };
}

function nameCells(cells: string[], mapping: Mapping): { named: Cells; faults: LineFault[] } {
  const named: Cells = {};
  const faults: LineFault[] = [];
  cells.forEach((cell, at) => {
    if (cell.trim() === '') return;
    const column = mapping[at];
    if (column === undefined) faults.push({ column: null, code: 'cell-without-column' });
    else if (cell.includes(REPLACEMENT)) faults.push({ column, code: 'cell-undecodable' });
    else if (isFormula(cell)) faults.push({ column, code: 'cell-formula' });
    else named[column] = unharmed(cell).trim();
  });
  return { named, faults: faults.slice(0, 20) };
}

function fill(patient: ImportedPatient, cells: Cells, { issuer }: LineTerms, faults: LineFault[]): void {
  const read = <T>(column: Column, reader: (cell: string) => T): T | undefined => {
    const cell = cells[column];
    try {
      return cell === undefined ? undefined : reader(cell);
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      faults.push({ column, code: error.code });
      return undefined;
    }
  };
  const same = (cell: string) => cell;
  const said = {
    id: read('id', same),
    name: read('name', same),
    sex: read('sex', sexIn),
    birthDate: read('birthDate', dateIn),
    nationalId: read('nationalId', same),
    document: documentIn(cells, read('documentType', documentTypeIn), faults),
    phones: read('phones', (cell) => listIn(cell).filter((phone) => phone !== '')),
    address: read('address', same),
    deceased: read('deceased', yesOrNoIn),
    deceasedAt: read('deceasedAt', momentIn),
    identifiers: recordNumbersIn(cells, issuer, faults),
  };
  for (const [field, value] of Object.entries(said))
    if (value !== undefined) Object.assign(patient, { [field]: value });
}

function documentIn(cells: Cells, type: PatientDocument['type'] | undefined, faults: LineFault[]) {
  const number = cells.documentNumber;
  if (number === undefined) {
    if (cells.documentType !== undefined) faults.push({ column: 'documentNumber', code: 'document-incomplete' });
    return undefined;
  }
  if (cells.documentType === undefined) faults.push({ column: 'documentType', code: 'document-incomplete' });
  return type === undefined ? undefined : Object.assign(new PatientDocument(), { type, number });
}

/** Three cells with a list each; a single system or type holds for all numbers of the line. */
function recordNumbersIn(cells: Cells, issuer: string | null, faults: LineFault[]): RecordNumber[] | undefined {
  if (cells.recordNumbers === undefined) return undefined;
  const values = listIn(cells.recordNumbers);
  const issuers = cells.issuers === undefined ? [issuer ?? ''] : listIn(cells.issuers);
  const types = listIn(cells.recordNumberTypes ?? 'MR');
  for (const [column, list] of Object.entries({ issuers, recordNumberTypes: types }) as [Column, string[]][]) {
    if (list.length === 1 || list.length === values.length) continue;
    faults.push({ column, code: 'list-lengths', params: { numbers: values.length, given: list.length } });
  }
  if (issuers.includes('')) faults.push({ column: 'issuers', code: 'issuer-missing' });
  return values.map((value, at) => {
    const type = (types.length === 1 ? types[0] : types[at]) ?? '';
    const from = (issuers.length === 1 ? issuers[0] : issuers[at]) ?? '';
    return Object.assign(new RecordNumber(), { value, issuer: from || 'unknown' }, type === '' ? {} : { type });
  });
}

const COLUMN_OF: Record<string, Column> = {
  phones: 'phones',
  document: 'documentNumber',
  identifiers: 'recordNumbers',
};

/** A date that is known in part passes here: as much of it as there is has the shape of a date. */
function ruleFaults(patient: ImportedPatient): LineFault[] {
  const { birthDate } = patient;
  const isPart = typeof birthDate === 'string' && birthDate.length < 10;
  const checked = isPart ? Object.assign(new ImportedPatient(), patient, { birthDate: undefined }) : patient;
  const faults = faultsOf(validateSync(checked, { forbidUnknownValues: false })).map(({ field, code, params }) => {
    const [part = ''] = field.split('.');
    return { column: COLUMN_OF[part] ?? (part as Column), code, ...(params ? { params } : {}) };
  });
  if (isPart && !isMonth(birthDate.slice(5, 7) || '01')) faults.push({ column: 'birthDate', code: 'calendar-day' });
  if (patient.nationalId !== undefined && !readNationalId(patient.nationalId ?? '')) {
    faults.push({ column: 'nationalId', code: 'national-id-invalid' });
  }
  if (patient.deceasedAt && patient.deceased !== true) faults.push({ column: 'deceasedAt', code: 'needs-deceased' });
  return [...new Map(faults.map((fault) => [`${fault.column} ${fault.code}`, fault])).values()];
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

function withoutMarks({ id: _id, identifiers: _numbers, ...patient }: ImportedPatient): ImportedPatient {
  return patient;
}

/** A name with a document or a phone tells somebody; a name alone, or with a birthday, is not enough. */
function likenessOf({ name, birthDate, document, phones }: Statement): string | undefined {
  const keys = (phones?.phones ?? []).map(phoneKey).toSorted();
  const number = document?.documentNumber;
  if (!name?.name || (keys.length === 0 && !number)) return undefined;
  const kind = document?.documentType ?? null;
  return JSON.stringify([searchText(name.name), number ? [kind, number] : [birthDate?.birthDate ?? null, ...keys]]);
}
