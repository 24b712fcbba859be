import { eventBusMigrations } from '#event-bus';
import { platformMigrations, type MigrationClass } from '#platform';
import { CreatePatients1764000000000 } from './create-patients-1764000000000.js';
import { NameReportedIds1764000100000 } from './name-reported-ids-1764000100000.js';
import { CreatePersonPhoto1764100000100 } from './create-person-photo.js';
import { CreateDataPackages1766750000058 } from './create-data-packages.js';
import { CreateExports1766300000051 } from './create-exports.js';
import { CreateImports1765000000051 } from './create-imports.js';
import { CreateSegments1766400000152 } from './create-segments.js';
import { AskForContacts1767091200152 } from './ask-for-contacts.js';
import { ReviewTags1767091200153 } from './review-tags.js';
import { CancelExports1767091200154 } from './cancel-exports.js';
import { RememberThreshold1767091200155 } from './remember-threshold.js';
import { FindLostWork1767178200058 } from './find-lost-work.js';
import { KeepResults1767091200061 } from './keep-results.js';
import { CreateTags1766400000052 } from './create-tags.js';
import { CareForBirthdays1766300000002 } from './care-for-birthdays.js';
import { NameRelatives1766572800056 } from './name-relatives.js';
import { FindDuplicates1766400000053 } from './find-duplicates.js';
import { GatherCommunities1766659200000 } from './gather-communities.js';
import { IndexReportAges1765000000003 } from './index-report-ages.js';
import { ShowOpenTickets1764030500001 } from './show-open-tickets.js';
import { TakeMergesBack1766300000001 } from './take-merges-back.js';
import { RecordDecisions1766300000000 } from './record-decisions.js';
import { RecordFacts1766400000000 } from './record-facts.js';
import { RecordContacts1766400000001 } from './record-contacts.js';
import { OrderErasures1766832000006 } from './order-erasures.js';
import { RecordPromises1766400000002 } from './record-promises.js';
import { NarrowMerged1767264600168 } from './narrow-merged.js';
import { NarrowVisits1767264600068 } from './narrow-visits.js';
import { RecordProcedures1767264600070 } from './record-procedures.js';
import { TellInstants1767178200156 } from './tell-instants.js';
import { WinPeopleBack1766486400152 } from './win-people-back.js';
import { LookForTheLost1767178200055 } from './look-for-the-lost.js';
import { EditSensitiveTerms1767264000169 } from './edit-sensitive-terms.js';
import { KnowStages1767264000069 } from './know-stages.js';
import { IndexDoubles1767178200057 } from './index-doubles.js';
import { KeepEarlyProcedures1764000600001 } from './keep-early-procedures.js';
import { LookForChildren1767178200056 } from './look-for-children.js';

export const patientsMigrations: MigrationClass[] = [
  ...platformMigrations,
  ...eventBusMigrations,
  CreatePatients1764000000000,
  NameReportedIds1764000100000,
  CreatePersonPhoto1764100000100,
  IndexReportAges1765000000003,
  RecordDecisions1766300000000,
  RecordFacts1766400000000,
  RecordContacts1766400000001,
  RecordPromises1766400000002,
  CreateImports1765000000051,
  FindDuplicates1766400000053,
  TakeMergesBack1766300000001,
  CreateExports1766300000051,
  CreateTags1766400000052,
  CareForBirthdays1766300000002,
  CreateSegments1766400000152,
  KeepResults1767091200061,
  AskForContacts1767091200152,
  NameRelatives1766572800056,
  ReviewTags1767091200153,
  OrderErasures1766832000006,
  GatherCommunities1766659200000,
  CancelExports1767091200154,
  CreateDataPackages1766750000058,
  WinPeopleBack1766486400152,
  RememberThreshold1767091200155,
  LookForTheLost1767178200055,
  LookForChildren1767178200056,
  IndexDoubles1767178200057,
  FindLostWork1767178200058,
  TellInstants1767178200156,
  RecordProcedures1767264600070,
  KnowStages1767264000069,
  EditSensitiveTerms1767264000169,
  NarrowVisits1767264600068,
  NarrowMerged1767264600168,
  KeepEarlyProcedures1764000600001,
  ShowOpenTickets1764030500001,
];
