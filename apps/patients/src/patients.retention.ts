import { Files, Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import { discardExportFiles } from './exports/export-retention.js';
import { discardImportFiles } from './imports/import-files.js';
import { PatientsConfig } from './patients.config.js';

const RECORD = 'as long as the medical record (outpatients 15 years, inpatients 30)';

@Retention()
export class PatientsRetention implements RetentionSource {
  constructor(
    private readonly config: PatientsConfig,
    private readonly files: Files,
  ) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'reports of the HIS',
        table: 'his_report',
        days: Math.max(this.config.hisReportRetentionDays, this.config.natsMaxAgeDays + 1),
        setting: 'HIS_REPORT_RETENTION_DAYS',
        reason: 'explains what was not applied and why',
        age: 'handled_at',
      },
      {
        name: 'files of imports',
        table: 'patient_import',
        days: this.config.importFileRetentionDays,
        setting: 'IMPORT_FILE_RETENTION_DAYS',
        reason: 'the records hold what they said; the import itself is remembered longer',
        age: 'created_at',
        condition: 'file_id IS NOT NULL AND finished_at IS NOT NULL',
        remove: (tx, before, limit) => discardImportFiles(tx, this.files, before, limit),
      },
      {
        name: 'files of exports',
        table: 'patient_export',
        days: this.config.importFileRetentionDays,
        setting: 'IMPORT_FILE_RETENTION_DAYS',
        reason: 'whoever asked for one has fetched it',
        age: 'created_at',
        condition: 'file_id IS NOT NULL',
        remove: (tx, before, limit) => discardExportFiles(tx, this.files, before, limit),
      },
      {
        name: 'exports',
        table: 'patient_export',
        days: Math.max(this.config.importRetentionDays, this.config.importFileRetentionDays + 1),
        setting: 'IMPORT_RETENTION_DAYS',
        reason: 'who took out how many patients',
        age: 'created_at',
        condition: 'file_id IS NULL AND finished_at IS NOT NULL',
      },
      {
        name: 'imports and their reports',
        table: 'patient_import',
        days: Math.max(this.config.importRetentionDays, this.config.importFileRetentionDays + 1),
        setting: 'IMPORT_RETENTION_DAYS',
        reason: 'who brought in which file, and which lines were not taken',
        age: 'created_at',
        condition: 'file_id IS NULL AND finished_at IS NOT NULL',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      ...[
        'person',
        'person_identifier',
        'person_merge',
        'person_apart',
        'person_photo',
        'duplicate_pair',
        'person_decision',
        'person_fact',
        'membership_card',
        'birthday_care',
        'contact',
        'open_ticket',
        'promise',
        'person_lifecycle',
        'win_back',
        'win_back_step',
        'encounter',
        'result',
        'result_version',
        'result_text',
        'medication',
        'medication_version',
      ].map((table) => ({
        table,
        reason: RECORD,
      })),
      { table: 'person_tagging', reason: RECORD },
      { table: 'person_tag_word', reason: RECORD },
      { table: 'erasure_request', reason: 'proof that the request was answered: ids, times and accounts' },
      { table: 'erasure_report', reason: 'goes with its request: counts only' },
      { table: 'sensitive_term', reason: 'settings: what is sensitive; it names nobody' },
      { table: 'segment', reason: 'until somebody deletes it; it names nobody' },
      { table: 'tag', reason: 'the catalogue; retired tags stay, for people have them' },
      { table: 'duplicate_check', reason: 'gone when it was worked, within seconds; after an import within minutes' },
      { table: 'remembered_setting', reason: 'by what listed duplicates were found and stages settled' },
      { table: 'patient_import_rejection', reason: 'goes with its import' },
      { table: 'reported_id_namespace', reason: 'one row: what the ids of reported records are made from' },
    ];
  }
}
