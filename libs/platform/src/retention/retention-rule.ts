import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

const RETENTION = Symbol('retention');

/** How long one store keeps what it holds (decision 15). docs/retention.md has a row for each; a test compares them. */
export interface RetentionRule {
  /** For operations and the table in the docs, for instance `outbox`. */
  name: string;
  table: string;
  /** How long; the setting behind it, or null where it is fixed. */
  days: number;
  setting: string | null;
  /** Why so long, in a few words. */
  reason: string;
  /** The column that says how old a row is, with an index that finds the oldest first under `condition`. */
  age: string;
  /** Only rows that need not stay, whatever their age, for instance `published_at IS NOT NULL`. */
  condition?: string;
  /**
   * Deletes at most `limit` rows older than `before`, oldest first, for a store that must not be deleted from row by
   * row. @returns how many went. Less than `limit` means that there are no more.
   */
  remove?(tx: EntityManager, before: Date, limit: number): Promise<number>;
}

/** A table whose rows no rule deletes, and why. */
export interface KeptTable {
  table: string;
  reason: string;
}

/** What one part of a service says about its tables: every table is under a rule or kept for a reason. */
export interface RetentionSource {
  rules(): RetentionRule[];
  kept(): KeptTable[];
}

/** Declares a provider as a `RetentionSource`. It need only be listed in the module's providers. */
export function Retention(): ClassDecorator {
  return (type) => {
    Reflect.defineMetadata(RETENTION, true, type);
    Injectable()(type);
  };
}

export function isRetentionSource(type: unknown): boolean {
  return typeof type === 'function' && Reflect.hasOwnMetadata(RETENTION, type);
}
