import type { ReadPart } from '#platform';

/**
 * SQL: the stage of the living record `$1` (PT-1), as it was settled and told: segments, tags, win-backs and every screen
 * say the same (ADR 69). Who has no row never came and is a lead; null after death.
 */
export const STAGE_OF = `
  SELECT CASE WHEN p.deceased OR l.stage = 'none' THEN NULL ELSE coalesce(l.stage, 'lead') END AS stage
    FROM person p LEFT JOIN person_lifecycle l ON l.person_id = p.id WHERE p.id = $1`;

/** The same of the person whose records, the living one first, are in `$1`. */
export const STAGE_OF_RECORDS: ReadPart = { sql: STAGE_OF.replace('p.id = $1', 'p.id = ($1::uuid[])[1]') };
