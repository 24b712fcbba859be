import type { Language } from '#platform';
import { COLUMNS, MASKED, TITLES, type Column } from '../imports/import-columns.rules.js';
import { documentWord, listCell, sexWord } from '../imports/import-cells.rules.js';
import type { Patient } from '../people/patient.dto.js';

const PERSONAL: Column[] = ['name', 'birthDate', 'nationalId', 'documentNumber', 'phones', 'address', 'recordNumbers'];

/** The titles of an export; those of masked columns say so, and an import refuses them. */
export function exportTitles(language: Language, unmasked: boolean): string[] {
  return COLUMNS.map((column) => {
    const title = TITLES[column][language];
    return unmasked || !PERSONAL.includes(column) ? title : title + MASKED[language];
  });
}

/** A patient as a line that an import reads as what it is. Nothing is said of a death that nobody told of. */
export function exportCells(patient: Patient, language: Language): string[] {
  const { document, phones, identifiers } = patient;
  const cells: Record<Column, string | null> = {
    id: patient.id,
    name: patient.name,
    sex: patient.sex && sexWord(patient.sex, language),
    birthDate: patient.birthDate,
    nationalId: patient.nationalId,
    documentType: document && documentWord(document.type, language),
    documentNumber: document && document.number,
    phones: listCell(phones.map(({ raw }) => raw)),
    address: patient.address,
    recordNumbers: listCell(identifiers.map(({ value }) => value)),
    issuers: listCell(identifiers.map(({ issuer }) => issuer)),
    recordNumberTypes: listCell(identifiers.map(({ type }) => type ?? '')),
    deceased: patient.deceased ? (language === 'en' ? 'yes' : '是') : null,
    deceasedAt: patient.deceasedAt,
  };
  return COLUMNS.map((column) => cells[column] ?? '');
}
