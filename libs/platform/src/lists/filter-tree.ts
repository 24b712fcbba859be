export const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has'] as const;
export type Comparison = (typeof COMPARISONS)[number];
export type Operator = Comparison | 'in';

export type Literal = string | number | boolean | null;

/** Where something stands in the text: columns from 1, in UTF-16 code units as JavaScript counts. */
export interface Placed<T> {
  value: T;
  position: number;
}

export interface ComparisonNode {
  kind: 'comparison';
  field: string;
  operator: Operator;
  /** One, but for `in`. */
  values: Placed<Literal>[];
  position: number;
}

/** A filter as a tree; it means the same however it was written. */
export type Filter = { kind: 'and' | 'or'; parts: Filter[] } | { kind: 'not'; part: Filter } | ComparisonNode;
