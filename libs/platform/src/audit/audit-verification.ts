import { CHAIN_BEGIN, DIGEST, link } from './audit-chain.js';

/** How the verifier asks: a query with `$n` parameters, all in one snapshot. */
export type Ask = <R>(sql: string, values?: unknown[]) => Promise<R[]>;

export type TamperingKind = 'altered' | 'removed' | 'inserted' | 'reordered' | 'seal-removed' | 'head-differs';

/** The first place where the audit is not what was sealed. */
export interface Tampering {
  kind: TamperingKind;
  /** The number of the seal, when it is about a sealed entry. */
  seq: number | null;
  entryId: string | null;
  detail: string;
}

export interface AuditReport {
  /** Seals that were checked. */
  sealed: number;
  /** Entries that wait for their seal. */
  waiting: number;
  head: { seq: number; hash: string };
  /** Entries before it were removed by retention. */
  droppedBefore: Date | null;
  tampering: Tampering | null;
}

/** A head that was published earlier. */
export interface KnownHead {
  seq: number;
  hash: string;
}

interface Anchor {
  seq: number;
  hash: Buffer;
  droppedBefore: Date | null;
}

interface SealRow {
  seq: string;
  entry_id: string;
  digest: Buffer;
  hash: Buffer;
  actual: Buffer | null;
  may_be_dropped: boolean;
}

const PAGE = 5_000;

/** Walks the chain from where retention cut it, or its beginning, to its head. Run it in one repeatable-read snapshot. */
export async function verifyAudit(ask: Ask, known: KnownHead[] = []): Promise<AuditReport> {
  const anchor = await anchorOf(ask);
  const walk = new Walk(anchor, new Map(known.map((head) => [head.seq, head.hash.toLowerCase()])));
  for (let page = await seals(ask, walk, anchor); page.length > 0; page = await seals(ask, walk, anchor)) {
    if (page.some((row) => walk.step(row))) break;
  }
  const [waiting] = await ask<{ count: number }>('SELECT count(*)::int AS count FROM audit_waiting');
  return {
    sealed: walk.seq - anchor.seq,
    waiting: waiting?.count ?? 0,
    head: { seq: walk.seq, hash: walk.hash.toString('hex') },
    droppedBefore: anchor.droppedBefore,
    tampering: walk.tampering ?? walk.missedHead() ?? (await unsealed(ask)) ?? (await unexplainedCut(ask, anchor)),
  };
}

class Walk {
  tampering: Tampering | null = null;
  seq: number;
  hash: Buffer;

  constructor(
    anchor: Anchor,
    private readonly known: Map<number, string>,
  ) {
    this.seq = anchor.seq;
    this.hash = anchor.hash;
    for (const seq of [...known.keys()].filter((each) => each < anchor.seq)) known.delete(seq);
    this.compare(null);
  }

  /** @returns whether something is wrong with this seal. */
  step(row: SealRow): boolean {
    const seq = Number(row.seq);
    const wrong = (kind: TamperingKind, detail: string) => {
      this.tampering ??= { kind, seq, entryId: row.entry_id, detail };
      return true;
    };
    if (seq !== this.seq + 1) return wrong('seal-removed', `Seal ${this.seq + 1} is missing before this one.`);
    const expected = link(this.hash, row.digest);
    if (!expected.equals(row.hash)) return wrong('reordered', 'The seal does not follow from the one before it.');
    if (row.actual === null && !row.may_be_dropped) return wrong('removed', 'The entry is gone.');
    if (row.actual && !row.actual.equals(row.digest)) return wrong('altered', 'The entry is not as it was sealed.');
    this.seq = seq;
    this.hash = expected;
    return this.compare(row.entry_id);
  }

  /** The chain ends before a head that was published. */
  missedHead(): Tampering | null {
    const [seq] = [...this.known.keys()].filter((each) => each > this.seq).sort((a, b) => a - b);
    if (seq === undefined) return null;
    return { kind: 'seal-removed', seq, entryId: null, detail: `The chain ends at ${this.seq}, before a known head.` };
  }

  private compare(entryId: string | null): boolean {
    const published = this.known.get(this.seq);
    if (published === undefined || published === this.hash.toString('hex')) return false;
    const detail = 'The chain was rewritten: its hash here is not the one that was published.';
    this.tampering = { kind: 'head-differs', seq: this.seq, entryId, detail };
    return true;
  }
}

async function anchorOf(ask: Ask): Promise<Anchor> {
  const [row] = await ask<{ seq: string; hash: Buffer; dropped_before: Date }>(
    'SELECT seq, hash, dropped_before FROM audit_anchor ORDER BY dropped_before DESC LIMIT 1',
  );
  if (!row) return { seq: 0, hash: CHAIN_BEGIN, droppedBefore: null };
  return { seq: Number(row.seq), hash: row.hash, droppedBefore: row.dropped_before };
}

function seals(ask: Ask, walk: Walk, anchor: Anchor): Promise<SealRow[]> {
  return ask<SealRow>(
    `SELECT s.seq, s.entry_id, s.digest, s.hash, CASE WHEN e.id IS NOT NULL THEN ${DIGEST} END AS actual,
            coalesce(s.entry_at < $2, false) AS may_be_dropped
       FROM (SELECT * FROM audit_seal WHERE seq > $1 ORDER BY seq LIMIT ${PAGE}) s
       LEFT JOIN audit_entry e ON e.at = s.entry_at AND e.id = s.entry_id
      ORDER BY s.seq`,
    [walk.seq, anchor.droppedBefore],
  );
}

/** Every entry is sealed or waits to be; one that is neither came in past the trigger, or its seal was taken off. */
async function unsealed(ask: Ask): Promise<Tampering | null> {
  const [row] = await ask<{ id: string }>(
    `SELECT e.id FROM audit_entry e
      WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id AND s.entry_at = e.at)
        AND NOT EXISTS (SELECT 1 FROM audit_waiting w WHERE w.entry_id = e.id AND w.entry_at = e.at)
      ORDER BY e.at, e.id LIMIT 1`,
  );
  return row
    ? { kind: 'inserted', seq: null, entryId: row.id, detail: 'The entry has no seal and waits for none.' }
    : null;
}

/** Retention enters in the audit itself what it removes; a cut that no entry tells of was made by somebody else. */
async function unexplainedCut(ask: Ask, { seq, hash, droppedBefore }: Anchor): Promise<Tampering | null> {
  if (!droppedBefore) return null;
  const [told] = await ask<{ id: string }>(
    `SELECT id FROM audit_entry WHERE operation = 'audit_retention' AND params @> $1::jsonb LIMIT 1`,
    [JSON.stringify({ seq: String(seq), hash: hash.toString('hex') })],
  );
  if (told) return null;
  return { kind: 'removed', seq, entryId: null, detail: 'The chain was cut here and no entry tells of it.' };
}
