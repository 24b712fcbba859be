import { describe, expect, it } from '@jest/globals';
import { totalled } from './outcomes.rules.js';

describe('what an erasure did, over several applications (PT-9)', () => {
  it('adds what went and does not count twice what stays', () => {
    const first = [
      { table: 'outbox', removed: 0, emptied: 3, kept: 0, waiting: 2 },
      { table: 'audit_entry', removed: 0, emptied: 0, kept: 7, reason: 'proof' },
      { table: 'duplicate_pair', removed: 1, emptied: 0, kept: 0 },
      { table: 'duplicate_pair', removed: 2, emptied: 0, kept: 0 },
    ];
    const second = [
      { table: 'outbox', removed: 0, emptied: 2, kept: 0, waiting: 0 },
      { table: 'audit_entry', removed: 0, emptied: 0, kept: 8, reason: 'proof' },
    ];
    expect(totalled([...first, ...second])).toEqual([
      { table: 'outbox', removed: 0, emptied: 5, kept: 0 },
      { table: 'audit_entry', removed: 0, emptied: 0, kept: 8, reason: 'proof' },
      { table: 'duplicate_pair', removed: 3, emptied: 0, kept: 0 },
    ]);
  });
});
