import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dueForCheck } from '../duplicates/due-checks.js';
import { COLUMNS, DEMOGRAPHICS, rowOf } from './person-rows.js';
import type { PersonIdentifier } from './person-identifier.entity.js';
import type { Person } from './person.entity.js';

/** Writes many records in few statements, each in one order everywhere, so that two who do so do not lock each other out. */
@Injectable()
export class PeopleBatches {
  async add(tx: EntityManager, people: Person[]): Promise<void> {
    if (people.length === 0) return;
    const inOrder = people.toSorted((a, b) => compare(a.nationalId ?? '', b.nationalId ?? ''));
    await prepared(tx, 'people.add-many', ADD, [JSON.stringify(inOrder.map(rowOf))]);
    await due(tx, inOrder);
  }

  /** Frees the numbers these records are about to change, so that others of the batch can have them in any order. */
  async letGoOfNationalIds(tx: EntityManager, people: Person[]): Promise<void> {
    if (people.length === 0) return;
    await tx.query('UPDATE person SET national_id = NULL WHERE id = ANY($1::uuid[])', [people.map(({ id }) => id)]);
  }

  /** Writes all demographics of each record; PostgreSQL leaves indexes of columns that stay the same alone. */
  async revise(tx: EntityManager, people: Person[]): Promise<void> {
    if (people.length === 0) return;
    const inOrder = people.toSorted((a, b) => compare(a.id, b.id));
    await prepared(tx, 'people.revise-many', REVISE, [JSON.stringify(inOrder.map(rowOf))]);
    await due(tx, inOrder);
  }

  async number(tx: EntityManager, identifiers: PersonIdentifier[]): Promise<void> {
    if (identifiers.length === 0) return;
    const inOrder = identifiers.toSorted((a, b) => compare(a.issuer, b.issuer) || compare(a.value, b.value));
    const rows = inOrder.map(({ issuer, value, type, personId }) => ({ issuer, value, type, person_id: personId }));
    await prepared(tx, 'people.number-many', NUMBER, [JSON.stringify(rows)]);
  }
}

async function due(tx: EntityManager, people: Person[]): Promise<void> {
  const changed = Math.max(...people.map(({ updatedAt }) => updatedAt.getTime()));
  await dueForCheck(
    tx,
    people.map(({ id }) => id),
    new Date(changed),
  );
}

const ADD = `INSERT INTO person (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.join(', ')} FROM json_populate_recordset(NULL::person, $1::json)`;

const REVISE = `UPDATE person SET ${['version', ...DEMOGRAPHICS, 'updated_at']
  .map((column) => `${column} = r.${column}`)
  .join(', ')}
  FROM json_populate_recordset(NULL::person, $1::json) r WHERE person.id = r.id`;

const NUMBER = `INSERT INTO person_identifier (issuer, value, type, person_id)
  SELECT issuer, value, type, person_id FROM json_populate_recordset(NULL::person_identifier, $1::json)`;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
