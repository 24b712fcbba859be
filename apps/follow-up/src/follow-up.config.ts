import { Env, ServiceConfig } from '#platform';
import { IsBoolean, IsInt, IsString, Matches, Max, Min } from 'class-validator';

/** Answers about pain cross the internet: plain HTTP on the machine itself only. */
const ORIGIN = /^(?:https:\/\/[^/?#@\s]+|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?)\/?$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

export class FollowUpConfig extends ServiceConfig {
  /** Whether an admission opens an in-hospital care task (FU-1). */
  @Env('IN_HOSPITAL_CARE_TASK') @IsBoolean() inHospitalCareTask: boolean = true;

  /** Calls of different plans due within so many days of each other become one (FU-3); 0 joins those of one day only. */
  @Env('JOIN_CONTACTS_WITHIN_DAYS') @IsInt() @Min(0) @Max(30) joinContactsWithinDays: number = 3;

  /**
   * Where patients reach the gateway: the origin that links in messages begin with (FU-4). The default serves trials on
   * one machine; compose and Kubernetes start follow-up with one that the hospital names, or not at all.
   */
  @Env('PUBLIC_URL')
  @Matches(ORIGIN, {
    message: 'must be an https origin, for instance https://care.example.org (plain http on a loopback address only)',
  })
  publicUrl: string = 'http://127.0.0.1';
  /** How long links are known after they expired, so that an old one is answered kindly. */
  @Env('PATIENT_LINK_RETENTION_DAYS') @IsInt() @Min(1) @Max(36_500) patientLinkRetentionDays: number = 90;

  /** Nobody is called from this time of day … (FU-7). */
  @Env('CALL_QUIET_FROM') @Matches(TIME_OF_DAY) callQuietFrom: string = '21:00';
  /** … until this one. */
  @Env('CALL_QUIET_UNTIL') @Matches(TIME_OF_DAY) callQuietUntil: string = '08:00';
  /** Whether routine calls go out on public holidays. */
  @Env('CALLS_ON_HOLIDAYS') @IsBoolean() callsOnHolidays: boolean = false;
  /** After so many calls that nobody took, a message goes out instead. */
  @Env('CALL_ATTEMPTS') @IsInt() @Min(1) @Max(20) callAttempts: number = 3;
  /** When a busy line is tried again, and an urgent call that nobody took. */
  @Env('CALL_BUSY_RETRY_MINUTES') @IsInt() @Min(1) @Max(1440) callBusyRetryMinutes: number = 30;
  /** How long a nurse keeps a task that she was handed without recording anything. */
  @Env('CLAIM_MINUTES') @IsInt() @Min(1) @Max(1440) claimMinutes: number = 30;
  /** How many tasks a nurse may have in hand at once. */
  @Env('CLAIMS_PER_NURSE') @IsInt() @Min(1) @Max(50) claimsPerNurse: number = 1;

  /** As patients read it on the page behind a link; empty: none is shown. */
  @Env('CENTRE_PHONE') @Matches(/^[\d+() -]{0,30}$/) centrePhone: string = '';
  /** The pain score from which on a doctor has to call (FU-4). */
  @Env('GREEN_CHANNEL_SCORE') @IsInt() @Min(1) @Max(10) greenChannelScore: number = 4;
  /** In how many minutes, before the department's director is told. */
  @Env('GREEN_CHANNEL_MINUTES') @IsInt() @Min(1) @Max(120) greenChannelMinutes: number = 5;
  /** How long a patient has to answer a pain request before somebody calls. */
  @Env('PAIN_ANSWER_MINUTES') @IsInt() @Min(5) @Max(1_440) painAnswerMinutes: number = 120;
  /** When education goes out the day after a low pain score, on the hospital's clock. */
  @Env('EDUCATION_AT') @Matches(/^(0[89]|1\d|20):[0-5]\d$/) educationAt: string = '09:00';
  /** The skill of who calls in quiet hours when a pain request was not answered; empty: whoever works then. */
  @Env('NIGHT_DESK_SKILL') @IsString() nightDeskSkill: string = '';
}
