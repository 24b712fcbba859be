import type { ErasedStore } from '#contracts';
import { erasureLetter } from './erasure-letter.rules.js';
import type { ErasureDetail, ErasurePreview, ErasureRequest, StoreErasure } from './erasures.dto.js';
import type { Rehearsal } from './erasure-preview.service.js';
import type { ErasureRequestRow, ReportRow } from './erasures.store.js';

type DayOf = (moment: Date) => string;

export function presentRequest(row: ErasureRequestRow): ErasureRequest {
  return {
    ...row,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    keepUntil: row.keepUntil?.toISOString() ?? null,
  };
}

export function presentDetail(row: ErasureRequestRow, reports: ReportRow[], dayOf: DayOf): ErasureDetail {
  return {
    ...presentRequest(row),
    services: reports.map(({ service, state, stores, reportedAt }) => ({
      ...{ service, state, stores: stores.map(presentStore), reportedAt: reportedAt?.toISOString() ?? null },
    })),
    done: reports.length > 0 && reports.every(({ state }) => state === 'applied'),
    letter: row.state === 'confirmed' ? erasureLetter(row.keepUntil && dayOf(row.keepUntil)) : null,
  };
}

export function presentPreview({ outcomes, others, keepUntil, ...rehearsal }: Rehearsal, dayOf: DayOf): ErasurePreview {
  return {
    ...rehearsal,
    keepUntil: keepUntil?.toISOString() ?? null,
    stores: outcomes.map(presentStore),
    services: others.map(({ service, stores }) => ({ service, stores: stores?.map(presentStore) ?? null })),
    letter: erasureLetter(keepUntil && dayOf(keepUntil)),
  };
}

function presentStore({ table, removed, emptied, kept, reason }: ErasedStore): StoreErasure {
  return { table, removed, emptied, kept, reason: reason ?? null };
}
