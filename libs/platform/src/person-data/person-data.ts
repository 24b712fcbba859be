import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Erasure, RecordNumber } from './erasure.js';

const PERSON_DATA = Symbol('person data');

/** Some of what a store holds about a person, for the package the person may ask for (PT-9, PIPL Art. 45). */
export interface PersonDataSection {
  /** Stable, for programs, for instance `encounters`. */
  name: string;
  title: { 'zh-CN': string; en: string };
  /** A list, or where there may be many `readRows`: they are read when they are taken, in the same transaction. */
  rows: Iterable<Record<string, unknown>> | AsyncIterable<Record<string, unknown>>;
}

/** What else the person is known by, for stores that know no patient's id. */
export interface KnownPerson {
  /** Of the person and all records merged into it. */
  recordNumbers: readonly RecordNumber[];
}

/** What the erasure of a person did to one table. */
export interface ErasureOutcome {
  table: string;
  /** Rows that are gone. */
  removed: number;
  /** Rows that stay without what they said about the person. */
  emptied: number;
  /** Rows that stay, or were sealed, as they were. */
  kept: number;
  /** Why something was kept, in a few English words. */
  reason?: string;
  /** Rows that cannot be erased yet, for instance events that are not published: the erasure comes back for them. */
  waiting?: number;
}

/**
 * Where one part of a service keeps what it knows about a patient (PT-9, decision 15). Every table that can hold a
 * patient's id or words about a patient is named by one source, in `tables` or in `withoutPatients`; a test compares
 * them with the databases and with docs/retention.md.
 */
export interface PersonDataSource {
  /** The tables this source answers for; one outside the schema public with its schema. */
  readonly tables: readonly string[];
  /** Tables that look as if they held a patient's data and hold none, and why; docs/retention.md says "nothing". */
  readonly withoutPatients?: readonly { table: string; reason: string }[];
  /**
   * What is known about the person, for the person.
   * @param patientIds the record and all that were merged into it
   */
  collect(tx: EntityManager, patientIds: readonly string[], known: KnownPerson): Promise<PersonDataSection[]>;
  /**
   * Erases it, in the transaction of the whole service. Applied again it finds nothing left and changes nothing.
   *
   * Delete the rows (`removeRows`) or empty their words; both hold for every person. Where the law keeps a row as part
   * of the medical record use `sealRows`: it hands the row to the sealed record when a statutory term runs and deletes
   * it in any case, so that no list, search, segment or event finds it. Sources are called so that a row goes before
   * the row it refers to, whatever the order of the providers. A row that is left and refers to `person` fails the
   * erasure.
   * @param at when the erasure was confirmed: what is younger belongs to somebody who came back
   */
  erase(tx: EntityManager, patientIds: readonly string[], at: Date, erasure: Erasure): Promise<ErasureOutcome[]>;
}

/** Declares a provider as a `PersonDataSource`. It need only be listed in the module's providers. */
export function PersonData(): ClassDecorator {
  return (type) => {
    Reflect.defineMetadata(PERSON_DATA, true, type);
    Injectable()(type);
  };
}

export function isPersonDataSource(type: unknown): boolean {
  return typeof type === 'function' && Reflect.hasOwnMetadata(PERSON_DATA, type);
}
