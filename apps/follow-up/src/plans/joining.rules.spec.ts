import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/hospital-day.rules.js';
import { joinContacts, type Contact } from './joining.rules.js';

const aContact = (id: string, over: Partial<Contact> = {}): Contact => ({
  id,
  planId: `plan of ${id}`,
  protocolCode: 'discharge-default',
  step: id,
  opensOn: '2026-03-02',
  dueOn: '2026-03-09',
  lapsesOn: '2026-03-16',
  ...over,
});
const joined = (contacts: Contact[], days = 3) => Object.fromEntries(joinContacts(contacts, days));

describe('contacts of different plans', () => {
  const visit = aContact('visit');
  const on = (id: string, day: string, over: Partial<Contact> = {}) =>
    aContact(id, { opensOn: day, dueOn: day, lapsesOn: addDays(day, 7), ...over });

  it.each([
    ['2026-03-12', { visit: 'surgical' }],
    ['2026-03-13', {}],
    ['2026-03-06', { visit: 'surgical' }],
    ['2026-03-05', {}],
  ])('FU-3 one due on the 9th and one on %s', (day, expected) => {
    const surgical = on('surgical', day);
    expect(joined([visit, surgical])).toEqual(expected);
    expect(joined([surgical, visit])).toEqual(expected);
  });

  it('FU-3 of one plan stay apart', () => {
    expect(joined([visit, on('surgical', '2026-03-09', { planId: visit.planId })])).toEqual({});
  });

  it('FU-3 are made in the window of each: the one that opens last stands for the others', () => {
    const early = on('early', '2026-03-07', { lapsesOn: '2026-03-08' });
    const late = on('late', '2026-03-09');
    expect(joined([early, late])).toEqual({});
    expect(joined([visit, late, on('third', '2026-03-08')])).toEqual({ visit: 'late', third: 'late' });
  });

  it('FU-3 do not chain: the third is measured from the first', () => {
    const chain = [on('a', '2026-03-01'), on('b', '2026-03-04'), on('c', '2026-03-05')];
    expect(joined(chain)).toEqual({ a: 'b' });
  });

  it('FU-3 join within 0 days only on one day', () => {
    expect(joined([visit, on('same', '2026-03-09')], 0)).toEqual({ visit: 'same' });
    expect(joined([visit, on('next', '2026-03-10')], 0)).toEqual({});
  });

  it('FU-3 in a nurse’s hand or promised stand for others or for none, and of two such neither', () => {
    const later = on('later', '2026-03-09');
    const inHand = { ...visit, held: true };
    expect(joined([inHand, later])).toEqual({});
    expect(joined([visit, { ...later, held: true }])).toEqual({ visit: 'later' });
    expect(joined([inHand, { ...later, held: true }])).toEqual({});
    const [first, second] = [on('first', '2026-03-09'), on('second', '2026-03-09')];
    expect(joined([first, { ...second, held: true }])).toEqual({ first: 'second' });
    expect(joined([{ ...first, held: true }, second])).toEqual({ second: 'first' });
  });

  it('FU-3 are joined alike in whatever order they arrive, never in chains, and only within the days', () => {
    const contact = fc.record({
      due: fc.integer({ min: 0, max: 20 }),
      open: fc.integer({ min: 0, max: 9 }),
      plan: fc.integer({ min: 1, max: 4 }),
      held: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 12 }), fc.nat(), (drawn, turn) => {
        const contacts = drawn.map(({ due, open, plan, held }, index) =>
          aContact(`c${index}`, {
            planId: `plan-${plan}`,
            opensOn: addDays('2026-03-01', due - open),
            dueOn: addDays('2026-03-01', due),
            lapsesOn: addDays('2026-03-08', due),
            held,
          }),
        );
        const cut = turn % (contacts.length + 1);
        const result = joinContacts(contacts, 3);
        const turned = joinContacts([...contacts.slice(cut), ...contacts.slice(0, cut)], 3);
        expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(result));
        const byId = new Map(contacts.map((each) => [each.id, each]));
        for (const [id, standIn] of result) {
          const [one, other] = [byId.get(id)!, byId.get(standIn)!];
          expect(result.has(standIn)).toBe(false);
          expect(one.held).toBe(false);
          expect(one.planId).not.toBe(other.planId);
          expect(other.opensOn >= one.opensOn && other.opensOn <= one.lapsesOn).toBe(true);
        }
      }),
    );
  });
});
