import { describe, expect, it } from '@jest/globals';
import { deal, type DealtNurse } from './dealing.rules.js';

const nurse = (id: string, load = 0, ...skills: string[]): DealtNurse => ({ id, load, skills });
const tasks = (...skills: (string | null)[]) => skills.map((skill, index) => ({ id: `t${index}`, skill }));
const whom = (...args: Parameters<typeof deal>) => deal(...args).dealt.map(({ nurseId }) => nurseId);

describe('dealing tasks to nurses', () => {
  it('FU-7 each goes to whoever has least to do, what she was just dealt included', () => {
    expect(whom(tasks(null, null, null, null), [nurse('a', 2), nurse('b', 0)])).toEqual(['b', 'b', 'a', 'b']);
  });

  it('FU-7 only to a nurse with the skill, however little the others have to do', () => {
    const nurses = [nurse('a', 0), nurse('b', 90, 'wound-care'), nurse('c', 95, 'wound-care')];
    expect(whom(tasks('wound-care', null), nurses)).toEqual(['b', 'a']);
  });

  it('FU-7 keeps who can do much free for what few can do', () => {
    expect(whom(tasks(null, 'wound-care'), [nurse('a', 0, 'wound-care'), nurse('b', 0)])).toEqual(['b', 'a']);
  });

  it('FU-7 leaves a task for which nobody has the skill', () => {
    expect(deal(tasks('diabetes', null), [nurse('a', 0, 'wound-care')])).toEqual({
      dealt: [{ taskId: 't1', nurseId: 'a', load: 0, able: 1 }],
      left: [{ id: 't0', skill: 'diabetes' }],
    });
    expect(deal(tasks(null), []).left).toHaveLength(1);
  });

  it('FU-7 says why: how many could do it, and how much she had to do', () => {
    const nurses = [nurse('a', 3, 'wound-care'), nurse('b', 4, 'wound-care'), nurse('c', 0)];
    expect(deal(tasks('wound-care', 'wound-care'), nurses).dealt).toEqual([
      { taskId: 't0', nurseId: 'a', load: 3, able: 2 },
      { taskId: 't1', nurseId: 'a', load: 4, able: 2 },
    ]);
  });

  it('FU-7 gives two nurses who are alike shares that differ by one at most', () => {
    const dealt = whom(tasks(...Array<null>(101).fill(null)), [nurse('b'), nurse('a')]);
    expect([dealt.filter((id) => id === 'a').length, dealt.filter((id) => id === 'b').length]).toEqual([51, 50]);
  });
});
