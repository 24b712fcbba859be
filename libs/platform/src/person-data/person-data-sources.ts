import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { inOrderOfReference, type Reference } from './reference-order.rules.js';
import { isPersonDataSource, type PersonDataSource } from './person-data.js';

/** Every source of a person's data in this service: its providers that carry `@PersonData`. */
@Injectable()
export class PersonDataSources {
  constructor(private readonly discovery: DiscoveryService) {}

  all(): PersonDataSource[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype }) => isPersonDataSource(metatype))
      .map(({ instance }) => instance as PersonDataSource);
  }

  /** Those whose rows refer to others' first. */
  async inOrderOfErasure(tx: EntityManager): Promise<PersonDataSource[]> {
    const references: Reference[] = await tx.query(
      `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to" FROM pg_constraint
        WHERE contype = 'f' AND conrelid <> confrelid`,
    );
    return inOrderOfReference(this.all(), references);
  }
}
