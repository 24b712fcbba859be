import type { TicketState } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { allowedFrom, stateAfter, type TicketAction, reasonAgainstMerge } from './ticket.rules.js';

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

describe('tickets that are one request (CP-10)', () => {
  const matter = { kind: 'complaint', medical: null, channel: 'phone', dispute: false, confidential: false } as const;

  it.each([
    ['a complaint into a consultation', {}, { kind: 'consultation' }, 'other-matter'],
    ['a medical one into one that is not', { medical: true }, { medical: false }, 'other-matter'],
    ['a medical one into one of unknown nature', { medical: true }, {}, 'other-matter'],
    [
      'one that all read into one without a call',
      { channel: 'review', medical: false },
      { medical: false },
      'other-matter',
    ],
    ['one that all read into a medical one', { channel: 'review' }, { medical: true }, null],
    ['a dispute into what everybody reads', { dispute: true, medical: true }, { medical: true }, 'less-restricted'],
    ['what was told in confidence into a dispute', { confidential: true }, { dispute: true }, 'less-restricted'],
    ['a consultation into a complaint', { kind: 'consultation' }, {}, null],
    ['one of unknown nature into a medical one', {}, { medical: true }, null],
    ['a dispute into a dispute', { dispute: true, medical: true }, { dispute: true, medical: true }, null],
    ['into what fewer read', {}, { confidential: true }, null],
  ] as const)('%s', (_, merged, survivor, reason) => {
    expect(reasonAgainstMerge({ ...matter, ...merged }, { ...matter, ...survivor })).toBe(reason);
  });
});
