import { Env, FilesConfig } from '#platform';
import { IsInt, IsNumber, Matches, Max, Min } from 'class-validator';

/** Up to three parts, for instance 广东省/深圳市/南山区. */
const REGION = /^(?:[^/\s]{2,20}(?:\/[^/\s]{2,20}){0,2})?$/u;

export class PatientsConfig extends FilesConfig {
  /** How long the file of an import is kept after it arrived: it holds what the records hold by then. */
  @Env('IMPORT_FILE_RETENTION_DAYS') @IsInt() @Min(1) @Max(365) importFileRetentionDays: number = 7;
  /** How long an import is remembered, with its report of rejected lines. */
  @Env('IMPORT_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) importRetentionDays: number = 365;

  /** Days without a visit after which the next one is due (PT-1). */
  @Env('LIFECYCLE_REVISIT_DAYS') @IsInt() @Min(1) @Max(3_650) lifecycleRevisitDays: number = 90;
  /** Days without a visit after which somebody counts as lost (PT-1, PT-5). */
  @Env('LIFECYCLE_CHURN_DAYS') @IsInt() @Min(1) @Max(3_650) lifecycleChurnDays: number = 180;
  /** Days between two steps of a win-back, and after the last one (PT-5). */
  @Env('WIN_BACK_STEP_DAYS') @IsInt() @Min(1) @Max(365) winBackStepDays: number = 7;
  /** Where the hospital is, from the province to the district: who lives how near is a tag (PT-4). Empty: no such tags. */
  @Env('HOSPITAL_REGION') @Matches(REGION) hospitalRegion: string = '';
  /** Days before a birthday on which its care begins (PT-6). */
  @Env('BIRTHDAY_LEAD_DAYS') @IsInt() @Min(0) @Max(30) birthdayLeadDays: number = 3;
  /** When birthdays are looked for each day, in the hospital's zone. */
  @Env('BIRTHDAYS_AT') @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) birthdaysAt: string = '06:00';
  /** Below this age messages about somebody go to the parents and guardians instead (PT-7; Civil Code Art. 17). */
  @Env('FAMILY_CHILD_AGE') @IsInt() @Min(0) @Max(21) familyChildAge: number = 18;
  /** Below this age only a guardian says who gets messages about somebody (PT-7; PIPL Art. 31). */
  @Env('FAMILY_OWN_CONSENT_AGE') @IsInt() @Min(0) @Max(21) familyOwnConsentAge: number = 14;
  /** How many relatives a patient may have at a time (PT-7). */
  @Env('FAMILY_MOST_RELATIVES') @IsInt() @Min(1) @Max(100) familyMostRelatives: number = 20;
  /** Points from which two records are listed as probable duplicates (PT-3; the points are in duplicate.rules.ts). */
  @Env('DUPLICATE_SCORE') @IsInt() @Min(1) @Max(200) duplicateScore: number = 50;
  /** A phone, document or name with birth date that more people share than this compares nobody. */
  @Env('DUPLICATE_KEY_MOST') @IsInt() @Min(2) @Max(500) duplicateKeyMost: number = 50;

  /** The most members a community of patients takes (PT-10). */
  @Env('COMMUNITY_MEMBERS_MOST') @IsInt() @Min(1) @Max(10_000) communityMembersMost: number = 200;
  /** Hours without a sign of a member after which he counts as silent (PT-10). */
  @Env('COMMUNITY_SILENT_HOURS') @IsInt() @Min(1) @Max(8_760) communitySilentHours: number = 168;
  /** Days before a community's doctor's hour on which it is announced (PT-10). */
  @Env('COMMUNITY_HOUR_LEAD_DAYS') @IsInt() @Min(0) @Max(6) communityHourLeadDays: number = 1;
  /** The share of a community's members who should come to the hospital, in percent (PT-10). */
  @Env('COMMUNITY_ARRIVAL_GOAL_PERCENT') @IsNumber() @Min(0) @Max(100) communityArrivalGoalPercent: number = 18;
  /** How long single messages, reactions and visits of members are kept. */
  @Env('COMMUNITY_ACTIVITY_RETENTION_DAYS') @IsInt() @Min(31) @Max(36_500) communityActivityRetentionDays: number = 730;
  /** How long the files of a package of a person's data are kept after they were made (PT-9). */
  @Env('DATA_PACKAGE_DAYS') @IsInt() @Min(1) @Max(90) dataPackageDays: number = 7;
  /** Calendar days within which a person is owed the package: never more than the 15 working days of the law. */
  @Env('DATA_PACKAGE_DUE_DAYS') @IsInt() @Min(1) @Max(30) dataPackageDueDays: number = 15;
  /** Hours for which a package waits for a service that is away; then it says whose part is missing. */
  @Env('DATA_PACKAGE_PATIENCE_HOURS') @IsInt() @Min(0) @Max(720) dataPackagePatienceHours: number = 72;
  /** How long it is remembered who asked for a package and how that was checked. */
  @Env('DATA_PACKAGE_RETENTION_DAYS') @IsInt() @Min(30) @Max(36_500) dataPackageRetentionDays: number = 1_096;

  /** What the HIS reported and what of it was not applied; never less than JetStream keeps events (docs: retention). */
  @Env('HIS_REPORT_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) hisReportRetentionDays: number = 90;
}
