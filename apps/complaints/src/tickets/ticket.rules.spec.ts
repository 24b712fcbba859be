import type { TicketState } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { allowedFrom, stateAfter, type TicketAction } from './ticket.rules.js';

const STATES: TicketState[] = ['open', 'claimed', 'waiting-for-patient', 'solved', 'closed', 'stopped', 'merged'];
const ACTIONS: TicketAction[] = [
  'claim',
  'reply',
  'wait',
  'resume',
  'solve',
  'close',
  'reopen',
  'stop',
  'merge',
  'unmerge',
];
const from = (state: TicketState, over: object = {}) => ({ state, holderId: 'somebody', mergedFrom: null, ...over });

describe('the life of a ticket', () => {
  it('CP-4 has exactly these ways', () => {
    const ways = STATES.flatMap((state) =>
      ACTIONS.flatMap((action) => {
        const next = stateAfter(action, from(state, { mergedFrom: state === 'merged' ? 'solved' : null }));
        return next === null ? [] : [`${state} ${action} ${next}`];
      }),
    );
    expect(ways).toEqual([
      'open claim claimed',
      'open stop stopped',
      'open merge merged',
      'claimed reply claimed',
      'claimed wait waiting-for-patient',
      'claimed solve solved',
      'claimed stop stopped',
      'claimed merge merged',
      'waiting-for-patient reply waiting-for-patient',
      'waiting-for-patient resume claimed',
      'waiting-for-patient solve solved',
      'waiting-for-patient stop stopped',
      'waiting-for-patient merge merged',
      'solved close closed',
      'solved reopen claimed',
      'solved stop stopped',
      'solved merge merged',
      'closed reopen claimed',
      'merged unmerge solved',
    ]);
  });

  it('CP-4 a ticket that nobody holds waits for somebody when it is reopened', () => {
    expect(stateAfter('reopen', from('closed', { holderId: null }))).toBe('open');
  });

  it('CP-10 is handed on, recoloured and put right while it is not over, and not after', () => {
    const may = (action: TicketAction) => STATES.filter((state) => allowedFrom(state).includes(action));
    const atWork = ['open', 'claimed', 'waiting-for-patient', 'solved'];
    for (const action of ['reassign', 'recolour', 'reclassify'] as const) expect(may(action)).toEqual(atWork);
  });
});
