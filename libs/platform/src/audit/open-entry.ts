import type { EntityManager } from 'typeorm';
import type { CallEntry, StatedChange } from '../context/call-entry.js';
import type { WorkContext } from '../context/request-context.js';
import { newId } from '../database/new-id.js';
import { isDatabaseAway, isLostRace } from '../database/transact.js';
import { idsAt, pick } from './audit-ids.js';
import { AuditUnavailableError } from './audit-unavailable.js';
import { insertAuditRows, type AuditRow } from './audit-row.js';
import type { AuditSubject } from './audited.js';

/** One call of an audited operation. */
export interface AuditedCall {
  operation: string;
  subject: string;
  where: AuditSubject;
  method: string;
  /** The route as it is written, without the caller's values. */
  path: string;
  params: Record<string, string>;
  query: unknown;
  /** What the call is answered with when it goes well. */
  successStatus: number;
}

/** Where entries go that no transaction takes along. */
export interface EntrySink {
  now(): Date;
  record(row: AuditRow): Promise<void>;
}

/** The entry of the call in hand, until it is written: with the change that it makes, else before the answer leaves. */
export class OpenEntry implements CallEntry {
  private readonly ids = new Set<string>();
  private changes: StatedChange[] = [];
  private reason: string | null = null;
  /** What the transaction in hand is entered with, when that is no success. */
  private refusal: number | undefined;
  /** The status of the entry that is committed. */
  private committed: number | undefined;

  constructor(
    private readonly call: AuditedCall,
    private readonly context: WorkContext,
    private readonly sink: EntrySink,
  ) {
    this.restart();
  }

  restart(): void {
    this.ids.clear();
    for (const id of Object.values(pick(this.call.params, this.call.where.params ?? []))) this.ids.add(id);
    this.begin();
    this.reason = null;
    this.committed = undefined;
  }

  saw(answer: unknown): void {
    for (const place of this.call.where.answer ?? []) for (const id of idsAt(answer, place)) this.ids.add(id);
  }

  names(id: string): void {
    this.ids.add(id);
  }

  state(change: StatedChange): void {
    this.changes.push(change);
    if (change.subject === this.call.subject) this.ids.add(change.id);
  }

  explain(reason: string): void {
    this.reason = reason;
  }

  refuse(status: number): void {
    this.refusal = status;
  }

  begin(): void {
    this.changes = [];
    this.refusal = undefined;
  }

  async writeIn(tx: EntityManager, result: unknown): Promise<void> {
    if (this.reads) return;
    this.saw(result);
    try {
      await insertAuditRows(tx, [this.row(this.refusal ?? this.call.successStatus)]);
    } catch (error) {
      if (isLostRace(error) || isDatabaseAway(error)) throw error;
      throw new AuditUnavailableError(error);
    }
  }

  commit(): void {
    if (!this.reads) this.committed = this.refusal ?? this.call.successStatus;
    this.changes = [];
  }

  async conclude(status: number): Promise<void> {
    // A success may be answered with another 2xx than was expected.
    if (this.committed !== undefined && (status < 400 || status === this.committed)) return;
    if (status >= 400) this.changes = [];
    if (!this.context.actor && !this.takesStranger) return;
    await this.sink.record(this.row(status));
  }

  private get takesStranger(): boolean {
    const { anonymous } = this.call.where;
    return anonymous === 'always' || (anonymous === 'with-subject' && this.ids.size > 0);
  }

  private get reads(): boolean {
    return this.call.method === 'GET' || this.call.method === 'HEAD';
  }

  private row(status: number): AuditRow {
    const { actor, session, clientAddress, requestId, traceparent, unmasked } = this.context;
    const { operation, subject, method, path, params, query, where } = this.call;
    return {
      id: newId(),
      at: this.sink.now(),
      actor_id: actor?.id ?? null,
      actor_name: actor?.name ?? null,
      actor_roles: actor?.roles ?? [],
      session_id: session?.sessionId ?? null,
      client_address: clientAddress ?? null,
      request_id: requestId,
      traceparent,
      operation,
      method,
      path,
      params: { ...pick(params, shown(params, where)), ...pick(query, where.query ?? []) },
      subject,
      subject_ids: [...this.ids],
      status,
      unmasked: status < 400 && (where.unmasked || unmasked || false),
      changes: this.changes.length > 0 ? this.changes : null,
      reason: this.reason,
    };
  }
}

function shown(params: Record<string, string>, { secret = [] }: AuditSubject): string[] {
  return Object.keys(params).filter((name) => !secret.includes(name));
}
