import type {
  MedicationStop,
  ReportedMedication,
  ReportedMedicationOrder,
  ReportedOrder,
  ReportedResult,
} from '#contracts';
import type { Hl7Time } from './timestamp.rules.js';
import type { Problem, Sex, Told, VisitClass } from './vocabulary.js';

export interface Identifier {
  readonly issuer: string;
  readonly value: string;
  /** HL7 table 0203, for instance MR; absent when the sender states none. */
  readonly type?: string;
}

/** A person as one message tells of them; `undefined` leaves what is stored, `null` deletes it (Told). */
export interface PatientFacts {
  readonly identifiers: readonly Identifier[];
  readonly primary: Identifier;
  readonly name?: Told<string>;
  readonly sex?: Told<Sex>;
  /** A calendar date, as precise as stated: `1970`, `1970-05` or `1970-05-01`. */
  readonly birthDate?: Told<string>;
  /** As written; normalising is the patients service's work. */
  readonly phones?: Told<readonly string[]>;
  /** As written, unchecked. */
  readonly nationalId?: Told<string>;
  readonly address?: Told<string>;
  /** PID-30, or a disposition that means death: no follow-up contact ever. */
  readonly deceased?: Told<boolean>;
  readonly deceasedAt?: Told<Hl7Time>;
}

export interface Diagnosis {
  readonly code?: string;
  readonly name?: string;
  /** DG1-6, for instance A admitting, F final. */
  readonly type?: string;
}

export interface Procedure {
  readonly code?: string;
  readonly name?: string;
  readonly at?: Hl7Time;
}

export interface VisitFacts {
  readonly visitNumber: string;
  readonly class: VisitClass;
  /** The national code where the partner's table has one, else the local code. */
  readonly departmentCode?: string;
  readonly departmentName?: string;
  readonly ward?: string;
  readonly bed?: string;
  readonly attendingDoctor?: { readonly code?: string; readonly name?: string };
  readonly admittedAt?: Hl7Time;
  readonly dischargedAt?: Hl7Time;
  /** PV1-36, code as sent. */
  readonly disposition?: string;
  readonly diagnoses: readonly Diagnosis[];
  readonly procedures: readonly Procedure[];
}

interface AboutPatient {
  readonly patient: PatientFacts;
  /** EVN-2, else MSH-7: decides which of two messages about one thing is newer. */
  readonly eventTime: Hl7Time;
}

export type VisitFactKind =
  | 'visit-admitted'
  | 'visit-registered'
  | 'visit-preadmitted'
  | 'visit-transferred'
  | 'visit-discharged'
  | 'visit-cancelled'
  | 'discharge-cancelled';

export type AdmissionFact =
  | (AboutPatient & { readonly kind: 'patient-updated'; readonly visit?: VisitFacts })
  | (AboutPatient & { readonly kind: Exclude<VisitFactKind, 'visit-discharged'>; readonly visit: VisitFacts })
  | (AboutPatient & {
      readonly kind: 'visit-discharged';
      readonly visit: VisitFacts & { readonly dischargedAt: Hl7Time };
    })
  /** `patient` survives; everything of `retired` becomes theirs. */
  | (AboutPatient & { readonly kind: 'patients-merged'; readonly retired: readonly [Identifier, ...Identifier[]] });

/** Of a visit perhaps; `number` counts the facts of one message that are told one by one, from 1. */
interface AboutVisit extends AboutPatient {
  readonly number: number;
  readonly visitNumber?: string;
}

/** One OBR of an ORU. */
export type ResultFact =
  | (AboutVisit & {
      readonly kind: 'result-reported';
      readonly result: Omit<ReportedResult, 'text' | 'textParts'>;
      /** The report in words, whole. */
      readonly text?: string;
    })
  | (AboutVisit & { readonly kind: 'result-withdrawn'; readonly order: ReportedOrder });

/** One order of an RDE or RDS. */
export type MedicationFact =
  | (AboutVisit & { readonly kind: 'medication-ordered'; readonly medication: ReportedMedication })
  | (AboutVisit & {
      readonly kind: 'medication-dispensed';
      readonly medication: ReportedMedication;
      readonly dispensedAt: Hl7Time;
    })
  | (AboutVisit & {
      readonly kind: 'medication-stopped';
      readonly order: ReportedMedicationOrder;
      readonly reason: MedicationStop;
    });

export type MessageFact = AdmissionFact | ResultFact | MedicationFact;

/** What a message tells: one fact, more where it merges several pairs, or holds several results or orders. */
export interface MessageContent {
  readonly facts: readonly [MessageFact, ...MessageFact[]];
  /** Told to the sender, kept with the message, do not refuse it. */
  readonly warnings: readonly Problem[];
}
