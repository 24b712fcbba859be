import type { FastifyRequest } from 'fastify';
import { Problem, type FieldFault } from '../problems/problem.js';
import { textFaults } from './json-body.js';

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const NAME_SHOWN = 60;

/**
 * Refuses what no text of ours can hold, before anything reads it: NUL in path or query, escapes that are no UTF-8,
 * reserved names.
 * @throws Problem 400 naming the parameter.
 */
export function checkRequestText(request: FastifyRequest): void {
  const query = request.raw.url?.split('?').slice(1).join('?') ?? '';
  const faults = [...pathFaults(request.params), ...queryFaults(query)];
  if (faults.length > 0) throw Problem.invalid(faults);
}

function pathFaults(params: unknown): FieldFault[] {
  const entries = Object.entries((params ?? {}) as Record<string, string>);
  return entries.flatMap(([name, value]) => textFaults(String(value), name === '*' ? 'path' : name));
}

function queryFaults(query: string): FieldFault[] {
  if (query === '') return [];
  return query.split('&').flatMap((pair) => {
    const [written = '', ...rest] = pair.split('=');
    const name = unescaped(written);
    const value = unescaped(rest.join('='));
    const field = (name ?? written).slice(0, NAME_SHOWN).replaceAll('\0', '\u2400').toWellFormed();
    if (name === undefined || value === undefined) return [{ field, code: 'not-utf8' }];
    if (RESERVED.has(name)) return [{ field, code: 'reserved-name' }];
    return [...textFaults(name, field), ...textFaults(value, field)].slice(0, 1);
  });
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
