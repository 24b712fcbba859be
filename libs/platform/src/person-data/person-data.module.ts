import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { PersonDataReading } from './person-data-reading.js';
import { ErasureLedgerPersonData } from './erasure-ledger.person-data.js';
import { ErasureRetention } from './erasure-retention.js';
import { Erasures } from './erasures.js';
import { PersonDataSources } from './person-data-sources.js';
import { PlatformPersonData } from './platform.person-data.js';

/** What a service knows about a patient, store by store (PT-9). Part of every service that has a database. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    PersonDataSources,
    PersonDataReading,
    PlatformPersonData,
    ErasureLedgerPersonData,
    ErasureRetention,
    Erasures,
  ],
  exports: [PersonDataSources, PersonDataReading, Erasures],
})
export class PersonDataModule {}
