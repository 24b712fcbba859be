import { describe, expect, it } from '@jest/globals';
import { describeTrail } from './trail.js';

describe('the trail of a discharge', () => {
  it('names its stations and the dates of the tasks', () => {
    const lines = describeTrail(
      {
        message: { controlId: 'DEMO-1', event: 'A03', status: 'accepted' },
        patient: { id: 'p-1', name: '葉东珅' },
        plan: {
          id: 'plan-1',
          status: 'active',
          trail: [{ what: 'created', cause: 'event-1' }],
          tasks: [{ step: 'week-1', opensOn: '2026-11-21', dueOn: '2026-11-28', status: 'open' }],
        },
      },
      'DEMO-1',
    );
    expect(lines.map((line) => line.trim().replaceAll(/\s+/g, ' '))).toEqual([
      'message DEMO-1 A03, accepted',
      'patient 葉东珅 p-1',
      'event patients.encounter.discharged.v1 event-1',
      'plan plan-1 active',
      'task week-1 opens 2026-11-21 due 2026-11-28 open',
    ]);
  });

  it('says what has not come', () => {
    expect(describeTrail({ message: { controlId: 'DEMO-1' } }, 'DEMO-1').join('\n')).toMatch(/plan +not there yet/);
  });
});
