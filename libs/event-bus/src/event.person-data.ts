import {
  PersonData,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
  type KnownPerson,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** What the bus keeps of events about a person: those it sent, and those that nobody could handle. */
@PersonData()
export class EventPersonData implements PersonDataSource {
  readonly tables = ['outbox', 'parked_event'];

  readonly withoutPatients = [{ table: 'inbox', reason: 'ids of events and times only' }];

  /** Of those sent that they were: what they say is in the stores of who sent and who received them. */
  collect(tx: EntityManager, ids: readonly string[], { recordNumbers }: KnownPerson): Promise<PersonDataSection[]> {
    const keys = [...ids, ...recordNumbers.map(({ issuer, value }) => `${issuer}|${value}`)];
    return Promise.resolve([
      sectionOf(tx, 'events-sent', ['向其他系统发送的消息', 'Events sent to other systems'], SENT, keys),
      sectionOf(tx, 'events-not-handled', ['尚未处理的消息', 'Events that could not be handled'], PARKED, keys),
    ]);
  }

  async erase(
    tx: EntityManager,
    patientIds: readonly string[],
    at: Date,
    { recordNumbers }: Erasure,
  ): Promise<ErasureOutcome[]> {
    const keys = [...patientIds, ...recordNumbers.map(({ issuer, value }) => `${issuer}|${value}`)];
    return [await this.emptyOutbox(tx, keys, at), await this.emptyParked(tx, keys, at)];
  }

  /** The order to erase stays, for who has yet to hear it. What is not published yet must go out first: others wait for it. The erasure comes back for it. */
  private async emptyOutbox(tx: EntityManager, keys: string[], at: Date): Promise<ErasureOutcome> {
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE outbox SET event = json_build_object('id', id, 'type', subject, 'time', occurred_at), partition_key = ''
        WHERE partition_key = ANY ($1::text[]) AND partition_key <> '' AND occurred_at <= $2
          AND published_at IS NOT NULL AND subject <> 'patients.person.erased.v1' AND event -> 'data' IS NOT NULL`,
      [keys, at],
    );
    const [unpublished]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM outbox
        WHERE partition_key = ANY ($1::text[]) AND partition_key <> '' AND occurred_at <= $2
          AND published_at IS NULL`,
      [keys, at],
    );
    return { table: 'outbox', removed: 0, emptied, kept: 0, waiting: unpublished?.count ?? 0 };
  }

  /** What waited for a person to decide is decided: nobody is left whom it could be about. */
  private async emptyParked(tx: EntityManager, keys: string[], at: Date): Promise<ErasureOutcome> {
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE parked_event SET event = '', repaired_event = NULL, error = '', partition_key = '', resolution_note = NULL,
              resolved_at = coalesce(resolved_at, $2), resolution = coalesce(resolution, 'discarded')
        WHERE partition_key = ANY ($1::text[]) AND parked_at <= $2`,
      [keys, at],
    );
    return { table: 'parked_event', removed: 0, emptied, kept: 0 };
  }
}

const SENT = `
  SELECT occurred_at AS "occurredAt", subject, id
    FROM outbox WHERE partition_key = ANY($1::text[]) AND partition_key <> '' ORDER BY seq DESC`;

const PARKED = `
  SELECT parked_at AS "parkedAt", subject, event, resolution, resolved_at AS "resolvedAt"
    FROM parked_event WHERE partition_key = ANY($1::text[]) ORDER BY arrival DESC`;
