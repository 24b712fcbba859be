export { AuditRetention } from './audit/audit-retention.js';
export { AuditSealer } from './audit/audit-sealer.js';
export { verifyAudit, type AuditReport, type KnownHead } from './audit/audit-verification.js';
export { AUDIT_MARK, Audited, NotPersonal, type AuditMark } from './audit/audited.js';
export { operationIdOf } from './audit/operation-id.js';
export { stateChange, stateReason, stateRefusal, stateSubject } from './audit/stated-change.js';
export { Public, Requires, RIGHT_EXTENSION } from './auth/access.js';
export { Rights } from './auth/rights.js';
export { effectiveRights, type RoleDecision } from './auth/rights.rules.js';
export { bearerToken } from './auth/jwt.guard.js';
export { Revocations, type Revocation } from './auth/revocations.js';
export type { TokenSession } from './auth/token-session.js';
export { TokenVerifier } from './auth/token-verifier.js';
export { createService, fastifyAdapter, installContext, startService, type Attachment } from './bootstrap.js';
export { NO_KEY_EXTENSION, NoIdempotencyKey } from './idempotency/no-idempotency-key.js';
export { newId } from './database/new-id.js';
export { LastBackup } from './backup/last-backup.js';
export { Build } from './build/build.js';
export { Clock } from './clock/clock.js';
export type { Actor } from './context/actor.js';
export { ConfigurationError, describeConfig, Env, loadConfig } from './config/load-config.js';
export { FilesConfig } from './config/files-config.js';
export { ServiceConfig } from './config/service-config.js';
export { continueTrace, currentContext, runInContext, type WorkContext } from './context/request-context.js';
export { lockKey, migrate } from './database/migrate.js';
export { prepared } from './database/prepared.js';
export { JointRead, type ReadPart, type Rows } from './database/joint-read.js';
export { takenBack } from './database/taken-back.js';
export { isDatabaseAway, isLostRace, isUniqueViolation, transact, transactAside } from './database/transact.js';
export { backlogOf, type Backlog } from './deadlines/backlog.js';
export { Backlogs, type NamedBacklog } from './deadlines/backlogs.js';
export type { DeadlineSource, DueRow } from './deadlines/deadline-source.js';
export { Deadlines } from './deadlines/deadlines.js';
export { Downloads } from './files/downloads.js';
export { FileDrafts } from './files/file-drafts.js';
export type { ArrivedFile } from './files/file-rows.js';
export { FileSweeper } from './files/file-sweeper.js';
export type { FileState, FileUse, StoredFile } from './files/file-use.js';
export { FilesModule } from './files/files.module.js';
export { Files, type SignedLink } from './files/files.service.js';
export { Uploads } from './files/uploads.js';
export { ORIGINAL_PATH_HEADER } from './http/asked-path.js';
export { Health, type HealthCheck } from './health/health.js';
export { decodeCursor, encodeCursor, pageOf, type Page } from './http/cursor.js';
export { bindTo, listPage } from './lists/list-page.js';
export type { Bind } from './lists/filter-sql.rules.js';
export { ListQuery } from './lists/list-query.js';
export { ListReading } from './lists/list-reading.js';
export { List, type FieldDefinition, type ListDefinition } from './lists/list.js';
export { LIST, Lists } from './lists/lists.js';
export { EventStream } from './http/sse/event-stream.js';
export { csvLine, quotedCells } from './csv/csv-text.js';
export { harmless, isFormula, unharmed } from './csv/formula-marks.rules.js';
export { EventStreams } from './http/sse/event-streams.js';
export type { StreamMessage } from './http/sse/sse-text.rules.js';
export { IsMoment, momentIn } from './http/moment.js';
export { Stated } from './http/stated.js';
export { etagOf, expectedVersion, requireVersion } from './http/preconditions.js';
export { answerTypeOf, fieldsOf, holdsPersonal, type AnswerField } from './masking/answer-shape.js';
export { Masking } from './masking/masking.js';
export { masked, WITHHELD, type PersonalKind } from './masking/masking.rules.js';
export { Personal, PERSONAL_EXTENSION, RequiresUnmasked, UNMASKED_EXTENSION } from './masking/personal.js';
export { faultText, sqlStateOf } from './logging/fault-text.js';
export { faultReport } from './logging/loggable.js';
export { isStream, statusClass } from './metrics/http-metrics.js';
export { Metrics, type GaugeText, type Sample } from './metrics/metrics.js';
export { asOwnWork, traced, type SpanText } from './tracing/tracing.js';
export type { PrintBlock, PrintDocument, PrintTable } from './print/print-document.js';
export { Printer } from './print/printer.js';
export { Turns } from './turns/turns.js';
export { deadlineProviders } from './deadlines/deadline-providers.js';
export {
  Job,
  JobLostError,
  PermanentJobError,
  type JobHandler,
  type JobOptions,
  type JobRun,
  type NoPayload,
} from './jobs/job.js';
export { hasJobSql } from './jobs/has-job.sql.js';
export { LostWork } from './jobs/lost-work.js';
export { JobCounts, type JobCount } from './jobs/job-counts.js';
export { Jobs, type EnqueueOptions } from './jobs/jobs.js';
export { platformMigrations, type MigrationClass } from './database/migrations.js';
export { PlatformModule, type PlatformOptions } from './platform.module.js';
export { Erasures, type AppliedErasure, type ErasureOrder } from './person-data/erasures.js';
export { Erasure, type RecordNumber, type SealedRows } from './person-data/erasure.js';
export {
  type KnownPerson,
  PersonData,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from './person-data/person-data.js';
export { PersonDataReading, type PersonDataLine } from './person-data/person-data-reading.js';
export { LONG_ROWS_AT_ONCE, readRows, sectionOf } from './person-data/read-rows.js';
export { PersonDataSources } from './person-data/person-data-sources.js';
export { MEDICAL_RECORD, removeRows, sealRows } from './person-data/person-rows.js';
export { Retention, type KeptTable, type RetentionRule, type RetentionSource } from './retention/retention-rule.js';
export { Problem, type FieldFault, type ProblemExtras } from './problems/problem.js';
export {
  contributeTexts,
  placeholdersIn,
  textOf,
  textsOf,
  type Params,
  type Texts,
  type TextSet,
} from './problems/catalogue.js';
export { languageOf, LANGUAGES, type Language } from './problems/language.js';
export { describeFault, problemBody, sendProblem } from './problems/problem-body.js';
export { ProblemFilter, toProblem } from './problems/problem.filter.js';
export { codeOf, faultsOf, validationPipe } from './problems/validation.js';
