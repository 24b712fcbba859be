import type { Comparison, ComparisonNode, Filter, Literal, Operator, Placed } from './filter-tree.js';
import { tokensOf, type Token } from './filter-tokens.rules.js';
import { ListFaultError } from './list-fault.rules.js';

/** A filter may be nested, may compare and may list in one `in` as often as this. */
export const FILTER_LIMITS = { depth: 10, comparisons: 50, listed: 100 } as const;

const OPERATORS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'in'] satisfies (Comparison | 'in')[];
const WORDS: Record<string, Literal> = { true: true, false: false, null: null };
const SHOWN = 40;

/** Reads a filter (ADR 46). @throws ListFaultError with the position of what does not belong there. */
export function parseFilter(text: string): Filter {
  const reader = new Reader(tokensOf(text));
  const filter = disjunction(reader);
  if (reader.next.kind !== 'end') throw unexpected(reader.next, 'and-or-end');
  return filter;
}

class Reader {
  private index = 0;
  private depth = 0;
  private comparisons = 0;

  constructor(private readonly tokens: Token[]) {}

  get next(): Token {
    return this.tokens[this.index] as Token;
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.index += 1;
    return token;
  }

  /** Takes the next token when it is this word or mark. */
  skip(value: string): boolean {
    const isIt = this.next.value === value && (this.next.kind === 'word' || this.next.kind === 'mark');
    if (isIt) this.take();
    return isIt;
  }

  nested<T>(read: () => T): T {
    const { position } = this.next;
    const limit = FILTER_LIMITS.depth;
    if (this.depth >= limit) {
      throw new ListFaultError({ field: 'filter', code: 'filter-too-deep', position, params: { position, limit } });
    }
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  countComparison({ position }: Token): void {
    const limit = FILTER_LIMITS.comparisons;
    this.comparisons += 1;
    if (this.comparisons <= limit) return;
    throw new ListFaultError({ field: 'filter', code: 'filter-too-long', position, params: { position, limit } });
  }
}

function disjunction(reader: Reader): Filter {
  return joined('or', reader, conjunction);
}

function conjunction(reader: Reader): Filter {
  return joined('and', reader, term);
}

function joined(kind: 'and' | 'or', reader: Reader, read: (reader: Reader) => Filter): Filter {
  const first = read(reader);
  const parts = [first];
  while (reader.skip(kind)) parts.push(read(reader));
  return parts.length === 1 ? first : { kind, parts };
}

function term(reader: Reader): Filter {
  if (reader.skip('not')) {
    if (reader.next.value !== '(' || reader.next.kind !== 'mark') throw unexpected(reader.next, 'opening');
    return { kind: 'not', part: term(reader) };
  }
  if (!reader.skip('(')) return comparison(reader);
  const filter = reader.nested(() => disjunction(reader));
  if (!reader.skip(')')) throw unexpected(reader.next, 'and-or-closing');
  return filter;
}

function comparison(reader: Reader): ComparisonNode {
  const field = reader.take();
  if (field.kind !== 'word') throw unexpected(field, 'field');
  reader.countComparison(field);
  const operator = reader.take();
  if (operator.kind !== 'word' || !OPERATORS.includes(operator.value)) throw unexpected(operator, 'operator');
  const values = operator.value === 'in' ? listed(reader) : [literal(reader)];
  return {
    kind: 'comparison',
    field: field.value,
    operator: operator.value as Operator,
    values,
    position: field.position,
  };
}

function listed(reader: Reader): Placed<Literal>[] {
  if (!reader.skip('(')) throw unexpected(reader.next, 'opening');
  const values = [literal(reader)];
  while (reader.skip(',')) {
    const { position } = reader.next;
    const limit = FILTER_LIMITS.listed;
    if (values.length >= limit) {
      throw new ListFaultError({ field: 'filter', code: 'list-too-long', position, params: { position, limit } });
    }
    values.push(literal(reader));
  }
  if (!reader.skip(')')) throw unexpected(reader.next, 'comma-or-closing');
  return values;
}

function literal(reader: Reader): Placed<Literal> {
  const token = reader.take();
  const { kind, value, position } = token;
  if (kind === 'text') return { value, position };
  if (kind === 'number' && Number.isFinite(Number(value))) return { value: Number(value), position };
  if (kind === 'word' && Object.hasOwn(WORDS, value)) return { value: WORDS[value] as Literal, position };
  throw unexpected(token, 'value');
}

/** @param expected a term of the catalogue */
function unexpected({ kind, value, position }: Token, expected: string): ListFaultError {
  const found = kind === 'text' ? `'${value}'` : value;
  const params = { position, found: found.slice(0, SHOWN).toWellFormed(), expected };
  if (kind !== 'end') return new ListFaultError({ field: 'filter', code: 'not-expected-there', position, params });
  return new ListFaultError({ field: 'filter', code: 'ends-too-early', position, params: { position, expected } });
}
