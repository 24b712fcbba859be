import { describe, expect, it } from '@jest/globals';
import { mayStandUnder, standingFault, treeOf } from './department.rules.js';

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

describe('closing departments', () => {
  const internal = { id: 'internal', parentId: null, active: true };
  const heart = { id: 'heart', parentId: 'internal', active: true };

  it('ORG-1 begins at the leaves, and opening at the root', () => {
    expect(standingFault({ ...internal, active: false }, [internal, heart])).toBe('department-has-children');
    expect(standingFault({ ...internal, active: false }, [internal, { ...heart, active: false }])).toBeNull();
    expect(standingFault(heart, [{ ...internal, active: false }, heart])).toBe('parent-closed');
    expect(standingFault(heart, [internal, heart])).toBeNull();
  });
});

describe('the tree of departments', () => {
  it('ORG-1 keeps the order given, and shows one whose parent is left out at the top', () => {
    const b = { id: 'b', parentId: null };
    const a = { id: 'a', parentId: null };
    const below = { id: 'aa', parentId: 'a' };
    expect(treeOf([below, b, a]).map((node) => [node.department.id, node.children.length])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
    expect(treeOf([below]).map((node) => node.department.id)).toEqual(['aa']);
  });
});
