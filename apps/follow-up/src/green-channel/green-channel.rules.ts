import type { GreenChannelOutcome } from '#contracts';

/** `open` until a doctor spoke with the patient, escalated or not. */
export const CASE_STATUSES = ['open', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How a call of the doctor ended. Nobody answering leaves the case open, and its time goes on. */
export const DOCTOR_CALLS = ['advised', 'come-to-hospital', 'emergency', 'no-need', 'no-answer'] as const;
export type DoctorCall = (typeof DOCTOR_CALLS)[number];

/** The questionnaire whose score opens the channel, however it was answered (FU-4). */
export const PAIN_SCORE = 'pain-score';

export const WORST_PAIN = 10;

/** Whether a doctor has to call (FU-4). */
export function needsDoctor(score: number, threshold: number): boolean {
  return score >= threshold;
}

/** By when a doctor has to have spoken with the patient. */
export function dueOf(openedAt: Date, minutes: number): Date {
  return new Date(openedAt.getTime() + minutes * 60_000);
}

/** Whether a call ends the case. */
export function closes(call: DoctorCall): call is DoctorCall & GreenChannelOutcome {
  return call !== 'no-answer';
}

/** Whole seconds from the answer on; a clock that was set back counts as none. */
export function secondsSince(openedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - openedAt.getTime()) / 1000));
}

/** Whether the director was told of this alarm, not only of one that a doctor's call had ended. */
export function isEscalated({ escalatedAt, alarmedAt }: { escalatedAt: Date | null; alarmedAt: Date }): boolean {
  return escalatedAt !== null && escalatedAt >= alarmedAt;
}

interface Taken {
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  escalatedAt: Date | null;
}

/** Whoever took it on keeps it; once the director was told, somebody else may take it over. */
export function mayTakeOn({ acknowledgedBy, acknowledgedAt, escalatedAt }: Taken, by: string): boolean {
  if (acknowledgedBy === null || acknowledgedBy === by) return true;
  return escalatedAt !== null && acknowledgedAt !== null && acknowledgedAt < escalatedAt;
}
