import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filter, SPECIMENS } from '../../test/list-filters.js';
import { checkFilter } from './filter-check.rules.js';
import { parseFilter } from './filter-parser.rules.js';
import { filterText } from './filter-text.rules.js';
import { ListFaultError } from './list-fault.rules.js';
import { parseSort } from './list-order.rules.js';

function faultOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof ListFaultError) return { code: error.fault.code, position: error.fault.position };
    throw error;
  }
  return 'none';
}

const check = (text: string) => checkFilter(parseFilter(text), SPECIMENS.fields);

describe('the grammar of filters (ADR 46)', () => {
  it('means the same when it is written and read again', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        const text = filterText(tree);
        expect(filterText(parseFilter(text))).toBe(text);
        expect(meaning(parseFilter(text))).toEqual(meaning(tree));
      }),
    );
  });

  it('joins and before or, and not with the parentheses that follow it', () => {
    expect(parseFilter(`a eq 1 or b eq 2 and not (c eq null)`)).toMatchObject({
      kind: 'or',
      parts: [
        { field: 'a', values: [{ value: 1 }] },
        { kind: 'and', parts: [{ field: 'b' }, { kind: 'not', part: { field: 'c', values: [{ value: null }] } }] },
      ],
    });
  });

  it('writes a quote in a text twice', () => {
    expect(parseFilter(`name eq 'O''Neil'`)).toMatchObject({ values: [{ value: `O'Neil`, position: 9 }] });
  });

  it('never does anything with foreign text but read or refuse it', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      ',',
      "'",
      'eq',
      'in',
      'not',
      'and',
      'or',
      ' ',
      'label',
      '1',
      '-',
      'null',
      '\0',
      '𠮷',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(fc.property(text, (written) => expect(faultOf(() => check(written))).toBeDefined()));
  });

  it.each([
    ['', 'ends-too-early', 1],
    ['status', 'ends-too-early', 7],
    ['label eq', 'ends-too-early', 9],
    [`label eq 'x`, 'text-not-closed', 10],
    [`label == 'x'`, 'unreadable-filter', 7],
    [`label eq "x"`, 'unreadable-filter', 10],
    [`label like 'x'`, 'not-expected-there', 7],
    [`label eq x`, 'not-expected-there', 10],
    [`label eq 'x' label`, 'not-expected-there', 14],
    [`(label eq 'x'`, 'ends-too-early', 14],
    [`label eq 'x')`, 'not-expected-there', 13],
    [`not label eq 'x'`, 'not-expected-there', 5],
    [`label in 'x'`, 'not-expected-there', 10],
    [`label in ()`, 'not-expected-there', 11],
    [`label in ('x' 'y')`, 'not-expected-there', 15],
    [`weight eq 1e999`, 'not-expected-there', 11],
    [`weight eq 1x`, 'unreadable-filter', 11],
    [`eq eq eq`, 'not-expected-there', 7],
    [`colr eq 'red'`, 'unknown-filter-field', 1],
    [`__proto__ eq 'red'`, 'unreadable-filter', 1],
    [`constructor eq 'red'`, 'unknown-filter-field', 1],
    [`weight eq constructor`, 'not-expected-there', 11],
    [`colour eq 'blue'`, 'value-not-among', 11],
    [`colour gt 'red'`, 'operator-not-for-field', 1],
    [`tags eq 'x'`, 'operator-not-for-field', 1],
    [`label has 'x'`, 'operator-not-for-field', 1],
    [`urgent eq 'true'`, 'value-of-other-type', 11],
    [`weight eq '1'`, 'value-of-other-type', 11],
    [`label eq 1`, 'value-of-other-type', 10],
    [`id eq 'x'`, 'value-of-other-type', 7],
    [`label gt null`, 'null-not-there', 10],
    [`colour in ('red', null)`, 'null-not-there', 19],
    [`dueOn lt '2026-02-29'`, 'value-of-other-type', 10],
    [`dueOn lt '2026-02-28'`, 'none', undefined],
    [`dueOn lt '0000-01-01'`, 'value-of-other-type', 10],
    [`takenAt lt '2026-03-01T00:00:00'`, 'value-of-other-type', 12],
    [`takenAt lt '2026-03-01T00:00:00 08:00'`, 'value-of-other-type', 12],
    [`takenAt lt '2026-03-01T24:00:00Z'`, 'value-of-other-type', 12],
    [`takenAt lt '2026-03-01T00:00:00.1234567Z'`, 'value-of-other-type', 12],
    [`takenAt lt '2024-02-29T23:59:59.123456+08:00'`, 'none', undefined],
  ])('names what is wrong with «%s» and where', (text, code, position) => {
    expect(faultOf(() => check(text))).toEqual(code === 'none' ? 'none' : { code, position });
  });

  it.each([
    [10, (n: number) => `${'('.repeat(n)}weight eq 1${')'.repeat(n)}`, 'filter-too-deep'],
    [50, (n: number) => Array.from({ length: n }, () => 'weight eq 1').join(' or '), 'filter-too-long'],
    [100, (n: number) => `weight in (${Array.from({ length: n }, () => '1').join(',')})`, 'list-too-long'],
  ])('takes %d and not one more', (limit, make, code) => {
    expect(faultOf(() => check(make(limit)))).toBe('none');
    expect(faultOf(() => check(make(limit + 1)))).toMatchObject({ code });
  });
});

describe('the grammar of orders (ADR 46)', () => {
  it('reads fields by weight, with a minus before those that go downwards', () => {
    const keys = parseSort('-dueOn,label', SPECIMENS.fields);
    expect(keys.map(({ field, descending }) => [field.name, descending])).toEqual([
      ['dueOn', true],
      ['label', false],
    ]);
  });

  it.each([
    ['', 'unknown-sort-field', 1],
    ['-', 'unknown-sort-field', 1],
    ['label,', 'unknown-sort-field', 7],
    ['label, weight', 'unknown-sort-field', 7],
    ['tags', 'unknown-sort-field', 1],
    ['label,-label', 'sorted-twice', 7],
    ['label,weight,dueOn,colour', 'sort-too-long', 20],
  ])('names what is wrong with «%s» and where', (text, code, position) => {
    expect(faultOf(() => parseSort(text, SPECIMENS.fields))).toEqual({ code, position });
  });
});

/** Without places, and with what is joined alike joined once. */
function meaning(tree: ReturnType<typeof parseFilter>): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
