import { textOf, type Language } from '#platform';
import type { PatientImport } from './imports.dto.js';
import type { ImportRow } from './imports.store.js';

/** An import as it goes over HTTP. */
export function presentImport(row: ImportRow, language: Language): PatientImport {
  const { id, state, fileName, fileSize, sha256, encoding, issuer, total, requestedBy, failure } = row;
  const { read, created, updated, unchanged, rejected } = row;
  return {
    ...{ id, state, fileName, fileSize, sha256, encoding, issuer, asOf: row.toldAt.toISOString(), total },
    ...{ read, created, updated, unchanged, rejected, linesPerSecond: linesPerSecond(row) },
    failure: failure && { code: failure.code, reason: textOf('reasons', failure.code, failure.params, language) },
    requestedBy,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function linesPerSecond({ read, startedAt, updatedAt }: ImportRow): number {
  const seconds = startedAt === null ? 0 : (updatedAt.getTime() - startedAt.getTime()) / 1000;
  return seconds <= 0 ? 0 : Math.round(read / seconds);
}
