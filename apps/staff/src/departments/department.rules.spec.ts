import { describe, expect, it } from '@jest/globals';
import { mayStandUnder } from './department.rules.js';

const internal = { id: 'internal', parentId: null };
const cardiology = { id: 'cardiology', parentId: 'internal' };
const chestPain = { id: 'chest-pain', parentId: 'cardiology' };
const all = [internal, cardiology, chestPain];

describe('the tree of departments', () => {
  it('ORG-1 lets a specialty stand under its department', () => {
    expect(mayStandUnder('chest-pain', 'internal', all)).toBe(true);
    expect(mayStandUnder('new', 'chest-pain', all)).toBe(true);
  });

  it('ORG-1 never lets a department stand under itself or under one of its own', () => {
    expect(mayStandUnder('internal', 'internal', all)).toBe(false);
    expect(mayStandUnder('internal', 'cardiology', all)).toBe(false);
    expect(mayStandUnder('internal', 'chest-pain', all)).toBe(false);
  });

  it('ends also when the stored tree already has a circle', () => {
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect(mayStandUnder('c', 'a', circle)).toBe(true);
  });
});
