import { createHash } from 'node:crypto';

/** What stands before the first entry. */
export const CHAIN_BEGIN = Buffer.alloc(32);
/** The digest of an entry that was gone before it could be sealed. */
export const NOTHING = Buffer.alloc(32);

/**
 * SHA-256 of the canonical entry, form 1, as an SQL expression over `audit_entry e`: every column in this order as a
 * JSON array, times in UTC with microseconds. Never change it: what was sealed with it is verified with it.
 */
export const DIGEST = `sha256(convert_to(jsonb_build_array(
  1, e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor_id, e.actor_name, e.actor_roles,
  e.session_id, e.client_address, e.request_id, e.traceparent, e.operation, e.method, e.path, e.params, e.subject,
  e.subject_ids, e.status, e.unmasked, e.changes, e.reason)::text, 'UTF8'))`;

/** The hash of a seal: SHA-256 of the one before it and the digest of its entry. */
export function link(previous: Buffer, digest: Buffer): Buffer {
  return createHash('sha256').update(previous).update(digest).digest();
}
