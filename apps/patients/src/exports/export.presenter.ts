import type { PatientExport } from './exports.dto.js';
import type { ExportRow } from './exports.store.js';

/** An export as it goes over HTTP. */
export function presentExport({
  id,
  state,
  format,
  unmasked,
  lines,
  failure,
  fileId,
  requestedBy,
  ...times
}: ExportRow): PatientExport {
  return {
    ...{ id, state, format, unmasked, lines, failure, requestedBy, hasFile: fileId !== null },
    createdAt: times.createdAt.toISOString(),
    finishedAt: times.finishedAt?.toISOString() ?? null,
  };
}
