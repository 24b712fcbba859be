import { describe, expect, it } from '@jest/globals';
import { progressLine, summaryOf, type ImportAnswer } from './import-progress.js';

const counts = { created: 400_000, updated: 19_000, unchanged: 988, rejected: 12 };
const running: ImportAnswer = {
  id: '1',
  state: 'running',
  total: 1_000_000,
  read: 420_000,
  ...counts,
  linesPerSecond: 2_400,
  failure: null,
};

describe('the command that imports patients', () => {
  it('PT-8 says how far it is and how long it still takes', () => {
    expect(progressLine(running)).toBe('running  42 %  420,000 of 1,000,000 lines, 2,400/s, 12 rejected, 242 s left');
    expect(progressLine({ ...running, total: null })).toBe('running');
    expect(progressLine({ ...running, linesPerSecond: 0 })).not.toContain('left');
  });

  it('PT-8 says what became of it', () => {
    expect(summaryOf({ ...running, state: 'done' })).toBe(
      'done, 420000 lines: 400000 new, 19000 changed, 988 unchanged, 12 not taken',
    );
    const failure = { code: 'header-missing', reason: 'A column is missing: 姓名' };
    expect(summaryOf({ ...running, state: 'failed', read: 0, failure })).toContain('failed (header-missing): A column');
  });
});
