/** `done` waits for somebody else to look; `verified` and `withdrawn` are ends. */
export const MEASURE_STATES = ['planned', 'done', 'verified', 'withdrawn'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What may be done to a measure of rectification. */
export const MEASURE_STEPS = ['done', 'verified', 'refused', 'withdrawn'] as const;
export type MeasureStep = (typeof MEASURE_STEPS)[number];

const NEXT: Record<MeasureState, Partial<Record<MeasureStep, MeasureState>>> = {
  planned: { done: 'done', withdrawn: 'withdrawn' },
  // Refused: it was not enough, and is to be done until another day.
  done: { verified: 'verified', refused: 'planned', withdrawn: 'withdrawn' },
  verified: {},
  withdrawn: {},
};

/** Where a step leads; undefined when it cannot be done now. */
export function afterMeasureStep(state: MeasureState, step: MeasureStep): MeasureState | undefined {
  return NEXT[state][step];
}

/** The steps that can be done now; none when its story is over. */
export function allowedMeasureSteps(state: MeasureState): MeasureStep[] {
  return MEASURE_STEPS.filter((step) => NEXT[state][step] !== undefined);
}

/** A measure is judged by somebody else than who did it. */
export function judgesOwnWork(step: MeasureStep, doneBy: string | null, actorId: string | undefined): boolean {
  return (step === 'verified' || step === 'refused') && doneBy !== null && doneBy === actorId;
}
