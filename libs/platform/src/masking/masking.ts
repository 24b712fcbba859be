import { Injectable, type Type } from '@nestjs/common';
import { Rights } from '../auth/rights.js';
import { currentContext } from '../context/request-context.js';
import { fieldsOf } from './answer-shape.js';
import { masked } from './masking.rules.js';

/** Who sees personal data in full, and what everybody else sees (PT-9, decision 10). */
@Injectable()
export class Masking {
  constructor(private readonly rights: Rights) {}

  /** Whether the caller in hand may see personal data in full. Nobody may where nobody called. */
  seesAll(): boolean {
    const actor = currentContext()?.actor;
    return actor !== undefined && this.rights.allows(actor, 'personal.unmasked');
  }

  /** What the caller may see of it; a copy where something is masked. What he sees in full is noted for the audit. */
  answer<T>(type: Type, value: T): T {
    return walk(type, value, this.seesAll()) as T;
  }
}

function walk(type: Type, value: unknown, seesAll: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => walk(type, each, seesAll));
  if (typeof value !== 'object' || value === null) return value;
  const owner = value as Record<string, unknown>;
  const copy = { ...owner };
  for (const { name, mark, type: nested } of fieldsOf(type)) {
    const field = owner[name];
    if (field === undefined) continue;
    if (!mark) copy[name] = nested ? walk(nested, field, seesAll) : field;
    else if (mark.when && !mark.when(owner)) continue;
    else if (seesAll) noteReveal(field);
    else copy[name] = masked(mark.kind, field);
  }
  return copy;
}

function noteReveal(value: unknown): void {
  const work = currentContext();
  if (work && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) work.unmasked = true;
}
