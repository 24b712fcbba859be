import { EventBusModule, RoleRightsConsumer } from '#event-bus';
import { deadlineProviders, FilesModule, PlatformModule } from '#platform';
import { Module } from '@nestjs/common';
import { BirthdayCare } from './birthdays/birthday-care.entity.js';
import { BirthdaysController } from './birthdays/birthdays.controller.js';
import { BirthdaysJob } from './birthdays/birthdays.job.js';
import { Birthdays } from './birthdays/birthdays.service.js';
import { MembershipCard } from './cards/card.entity.js';
import { ContactRecord } from './contacts/contact.entity.js';
import { ContactsStore } from './contacts/contacts.store.js';
import { ComplaintsConsumer } from './contacts/complaints.consumer.js';
import { OpenTickets } from './contacts/open-tickets.js';
import { FollowUpConsumer } from './contacts/follow-up.consumer.js';
import { PatientPromise } from './promises/promise.entity.js';
import { PromisesController } from './promises/promises.controller.js';
import { PromisesMetrics } from './promises/promises.metrics.js';
import { Promises } from './promises/promises.service.js';
import { LookupController } from './lookup/lookup.controller.js';
import { LookupMetrics } from './lookup/lookup.metrics.js';
import { LookupQueries } from './lookup/lookup.queries.js';
import { PictureQueries } from './lookup/picture.queries.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineMetrics } from './timeline/timeline.metrics.js';
import { TimelineQueries } from './timeline/timeline.queries.js';
import { CardsController } from './cards/cards.controller.js';
import { CardQueries } from './cards/cards.queries.js';
import { Cards } from './cards/cards.service.js';
import {
  COMMUNITY_CONTROLLERS,
  COMMUNITY_DEADLINES,
  COMMUNITY_ENTITIES,
  COMMUNITY_PROVIDERS,
} from './communities/communities.wiring.js';
import { DataPackageJob } from './data-packages/data-package.job.js';
import { DataPackagesController } from './data-packages/data-packages.controller.js';
import { DataPackageDeadlines } from './data-packages/data-packages.deadlines.js';
import { DataPackageMetrics } from './data-packages/data-packages.metrics.js';
import { DataPackagesRetention } from './data-packages/data-packages.retention.js';
import { DataPackages } from './data-packages/data-packages.service.js';
import { DataPackagesStore } from './data-packages/data-packages.store.js';
import { PackageMaker } from './data-packages/package-maker.js';
import { PackageParts } from './data-packages/package-parts.js';
import { PersonDecision } from './decisions/decision.entity.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { DecisionQueries } from './decisions/decisions.queries.js';
import { Decisions } from './decisions/decisions.service.js';
import { DuplicateChecks } from './duplicates/duplicate-checks.service.js';
import { DuplicatePair } from './duplicates/duplicate-pair.entity.js';
import { DuplicatesController } from './duplicates/duplicates.controller.js';
import { DuplicateRecheckJob, DuplicateThreshold } from './duplicates/duplicate-threshold.js';
import { DuplicateDeadlines } from './duplicates/duplicates.deadlines.js';
import { DuplicateMetrics } from './duplicates/duplicates.metrics.js';
import { DuplicateQueries } from './duplicates/duplicates.queries.js';
import { Duplicates } from './duplicates/duplicates.service.js';
import { Encounter } from './encounters/encounter.entity.js';
import { EncountersConsumer } from './encounters/encounters.consumer.js';
import { EncountersController } from './encounters/encounters.controller.js';
import { EncounterQueries } from './encounters/encounters.queries.js';
import { Encounters } from './encounters/encounters.service.js';
import { ErasedIds } from './erasures/erased-ids.js';
import { ErasureOrders } from './erasures/erasure-orders.js';
import { ErasurePreviews } from './erasures/erasure-preview.service.js';
import { ErasureReplay } from './erasures/erasure-replay.js';
import { ErasureReportsConsumer } from './erasures/erasure-reports.consumer.js';
import { ErasureReports } from './erasures/erasure-reports.service.js';
import { ErasuresController } from './erasures/erasures.controller.js';
import { ErasureMetrics } from './erasures/erasures.metrics.js';
import { ForgetNumbersJob } from './erasures/forget-numbers.job.js';
import { PatientErasures } from './erasures/erasures.service.js';
import { ErasuresStore } from './erasures/erasures.store.js';
import { ExportJob } from './exports/export.job.js';
import { ExportsController } from './exports/exports.controller.js';
import { Exports } from './exports/exports.service.js';
import { ExportsMetrics } from './exports/exports.metrics.js';
import { ExportsStore } from './exports/exports.store.js';
import { LostExports } from './exports/lost-exports.deadlines.js';
import { PersonFact } from './facts/fact.entity.js';
import { FamilyDeadlines } from './families/families.deadlines.js';
import { FamilyMetrics } from './families/families.metrics.js';
import { FamilyRetention } from './families/families.retention.js';
import { FamilySettlement } from './families/family-settlement.js';
import { PersonGift } from './families/gift.entity.js';
import { GiftsController } from './families/gifts.controller.js';
import { Gifts } from './families/gifts.service.js';
import { PersonRelative } from './families/person-relative.entity.js';
import { RelativesController } from './families/relatives.controller.js';
import { RelativeQueries } from './families/relatives.queries.js';
import { Relatives } from './families/relatives.service.js';
import { FactsController } from './facts/facts.controller.js';
import { FactQueries } from './facts/facts.queries.js';
import { Facts } from './facts/facts.service.js';
import { ImportProgress } from './imports/import-progress.js';
import { ImportReport } from './imports/import-report.js';
import { ImportSheet } from './imports/import-sheet.js';
import { ImportJob } from './imports/import.job.js';
import { ImportedPeople } from './imports/imported-people.js';
import { ImportsController } from './imports/imports.controller.js';
import { ImportsMetrics } from './imports/imports.metrics.js';
import { Imports } from './imports/imports.service.js';
import { ImportsStore } from './imports/imports.store.js';
import { LostImports } from './imports/lost-imports.deadlines.js';
import { WorkbookSheet } from './imports/workbook-sheet.js';
import { MergesController } from './merges/merges.controller.js';
import { MergeQueries } from './merges/merges.queries.js';
import { MergesConsumer } from './merges/merges.consumer.js';
import { Merges } from './merges/merges.service.js';
import { Merging } from './merges/merging.service.js';
import { Unmerging } from './merges/unmerging.service.js';
import { PersonMerge } from './merges/person-merge.entity.js';
import { patientsMigrations } from './migrations/index.js';
import { PatientsConfig } from './patients.config.js';
import { PATIENTS_PERSON_DATA } from './patients.person-data.js';
import { PatientsRetention } from './patients.retention.js';
import { PeopleBatches } from './people/people.batches.js';
import { PeopleConsumer } from './people/people.consumer.js';
import { PeopleController } from './people/people.controller.js';
import { NameStatistics } from './people/name-statistics.js';
import { PeopleQueries } from './people/people.queries.js';
import { People } from './people/people.service.js';
import { PeopleStore } from './people/people.store.js';
import { PersonIdentifier } from './people/person-identifier.entity.js';
import { Person } from './people/person.entity.js';
import { ReportedIds } from './people/reported-ids.js';
import { ReportedPeople } from './people/reported-people.service.js';
import { PhotosController } from './photos/photos.controller.js';
import { Photos } from './photos/photos.service.js';
import { HisReportRecord } from './reports/his-report.entity.js';
import { Reports } from './reports/reports.service.js';
import { MedicationRecord, MedicationVersion } from './medications/medication.entity.js';
import { MedicationsConsumer } from './medications/medications.consumer.js';
import { MedicationsController } from './medications/medications.controller.js';
import { MedicationQueries } from './medications/medications.queries.js';
import { Medications } from './medications/medications.service.js';
import { MedicationsStore } from './medications/medications.store.js';
import { ResultRecord, ResultVersion } from './results/result.entity.js';
import { ResultsConsumer } from './results/results.consumer.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsMetrics } from './results/results.metrics.js';
import { ResultQueries } from './results/results.queries.js';
import { Results } from './results/results.service.js';
import { ResultsStore } from './results/results.store.js';
import { SensitiveTerm } from './sensitive-terms/sensitive-term.entity.js';
import { SensitiveTermsController } from './sensitive-terms/sensitive-terms.controller.js';
import { SensitiveTerms } from './sensitive-terms/sensitive-terms.service.js';
import { SensitiveAccess } from './results/sensitive.access.js';
import { SegmentAnswers } from './segments/segment-answers.js';
import { SegmentReadings } from './segments/segment-readings.js';
import { Segment } from './segments/segment.entity.js';
import { SegmentsController } from './segments/segments.controller.js';
import { Segments } from './segments/segments.service.js';
import { PatientTagsController } from './tags/patient-tags.controller.js';
import { PatientTagging } from './tags/patient-tags.service.js';
import { TagCatalogue } from './tags/tag-catalogue.service.js';
import { TagReviewJob } from './tags/tag-review.job.js';
import { TagSettlement } from './tags/tag-settlement.js';
import { Tag, TagWord } from './tags/tag.entity.js';
import { TagsController } from './tags/tags.controller.js';
import { TagDeadlines } from './tags/tags.deadlines.js';
import { PATIENTS_TEXTS } from './texts.js';
import { LifecycleDays, LifecycleReviewJob } from './winback/lifecycle-days.js';
import { LifecycleSettlement } from './winback/lifecycle-settlement.js';
import { LifecycleDeadlines } from './winback/lifecycle.deadlines.js';
import { WinBack } from './winback/win-back.entity.js';
import { WinBacksController } from './winback/win-backs.controller.js';
import { WinBackMetrics } from './winback/win-backs.metrics.js';
import { WinBackQueries } from './winback/win-backs.queries.js';
import { WinBacks } from './winback/win-backs.service.js';

const entities = [
  Person,
  PersonIdentifier,
  PersonMerge,
  DuplicatePair,
  PersonDecision,
  PersonFact,
  BirthdayCare,
  MembershipCard,
  ContactRecord,
  PatientPromise,
  PersonRelative,
  PersonGift,
  Encounter,
  HisReportRecord,
  ResultRecord,
  ResultVersion,
  MedicationRecord,
  MedicationVersion,
  SensitiveTerm,
  Tag,
  TagWord,
  Segment,
  ...COMMUNITY_ENTITIES,
  WinBack,
];

@Module({
  imports: [
    PlatformModule.forService({
      service: 'patients',
      config: PatientsConfig,
      texts: PATIENTS_TEXTS,
      database: { entities, migrations: patientsMigrations },
    }),
    EventBusModule.forService('patients'),
    FilesModule.forService('patients'),
  ],
  controllers: [
    RoleRightsConsumer,
    ...COMMUNITY_CONTROLLERS,
    ImportsController,
    ExportsController,
    ErasuresController,
    ErasureReportsConsumer,
    DataPackagesController,
    SensitiveTermsController,
    TagsController,
    PatientTagsController,
    DuplicatesController,
    SegmentsController,
    WinBacksController,
    PeopleController,
    PhotosController,
    BirthdaysController,
    DecisionsController,
    MergesController,
    PromisesController,
    LookupController,
    TimelineController,
    FollowUpConsumer,
    ComplaintsConsumer,
    FactsController,
    RelativesController,
    GiftsController,
    CardsController,
    EncountersController,
    ResultsController,
    ResultsConsumer,
    MedicationsController,
    MedicationsConsumer,
    PeopleConsumer,
    EncountersConsumer,
    MergesConsumer,
  ],
  providers: [
    PatientsRetention,
    ...PATIENTS_PERSON_DATA,
    ...COMMUNITY_PROVIDERS,
    Reports,
    ReportedIds,
    PeopleStore,
    Birthdays,
    BirthdaysJob,
    Decisions,
    DecisionQueries,
    Promises,
    PromisesMetrics,
    LookupMetrics,
    LookupQueries,
    PictureQueries,
    ContactsStore,
    OpenTickets,
    TimelineMetrics,
    TimelineQueries,
    FamilySettlement,
    FamilyMetrics,
    FamilyRetention,
    RelativeQueries,
    Relatives,
    Gifts,
    FactQueries,
    Facts,
    CardQueries,
    Cards,
    PeopleBatches,
    ImportsStore,
    ImportsMetrics,
    ImportSheet,
    WorkbookSheet,
    ImportedPeople,
    ImportJob,
    Imports,
    ImportReport,
    ImportProgress,
    ErasedIds,
    ErasureOrders,
    ErasureReplay,
    ErasureReports,
    ErasureMetrics,
    ErasuresStore,
    ForgetNumbersJob,
    ErasurePreviews,
    PatientErasures,
    DataPackagesRetention,
    DataPackagesStore,
    PackageParts,
    PackageMaker,
    DataPackageJob,
    DataPackages,
    DataPackageMetrics,
    ExportsStore,
    ExportsMetrics,
    ExportJob,
    Exports,
    DuplicateMetrics,
    DuplicateChecks,
    DuplicateRecheckJob,
    DuplicateThreshold,
    Duplicates,
    DuplicateQueries,
    Merges,
    Merging,
    Unmerging,
    MergeQueries,
    ReportedPeople,
    Encounters,
    People,
    Photos,
    PeopleQueries,
    NameStatistics,
    EncounterQueries,
    SensitiveAccess,
    SensitiveTerms,
    ResultsMetrics,
    ResultsStore,
    Results,
    ResultQueries,
    MedicationsStore,
    Medications,
    MedicationQueries,
    TagCatalogue,
    TagSettlement,
    TagReviewJob,
    PatientTagging,
    LifecycleSettlement,
    LifecycleReviewJob,
    LifecycleDays,
    WinBackMetrics,
    WinBackQueries,
    WinBacks,
    ...deadlineProviders(
      DataPackageDeadlines,
      LostExports,
      LostImports,
      DuplicateDeadlines,
      TagDeadlines,
      LifecycleDeadlines,
      FamilyDeadlines,
      ...COMMUNITY_DEADLINES,
    ),
    SegmentReadings,
    SegmentAnswers,
    Segments,
  ],
})
export class PatientsModule {}
