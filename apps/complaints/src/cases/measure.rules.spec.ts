import { describe, expect, it } from '@jest/globals';
import {
  afterMeasureStep,
  allowedMeasureSteps,
  judgesOwnWork,
  MEASURE_STATES,
  MEASURE_STEPS,
  type MeasureState,
} from './measure.rules.js';

describe('a measure of rectification', () => {
  const allowed: Record<MeasureState, string[]> = {
    planned: ['done', 'withdrawn'],
    done: ['verified', 'refused', 'withdrawn'],
    verified: [],
    withdrawn: [],
  };

  it.each(MEASURE_STATES)('CP-4 that is %s may go where the table says and nowhere else', (state) => {
    expect(allowedMeasureSteps(state)).toEqual(allowed[state]);
    const led = MEASURE_STEPS.filter((step) => afterMeasureStep(state, step) !== undefined);
    expect(led).toEqual(allowed[state]);
  });

  it('CP-4 that was refused is to be done again', () => {
    expect(afterMeasureStep('done', 'refused')).toBe('planned');
  });

  it('CP-4 is judged by somebody else than who did it', () => {
    expect(judgesOwnWork('verified', 'a', 'a')).toBe(true);
    expect(judgesOwnWork('refused', 'a', 'a')).toBe(true);
    expect(judgesOwnWork('verified', 'a', 'b')).toBe(false);
    expect(judgesOwnWork('verified', null, undefined)).toBe(false);
    expect(judgesOwnWork('withdrawn', 'a', 'a')).toBe(false);
  });
});
