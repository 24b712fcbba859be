import type { Type } from '@nestjs/common';
import { personalMarkOf, SWAGGER_PROPERTY, type PersonalMark } from './personal.js';

const SWAGGER_PROPERTIES = 'swagger/apiModelPropertiesArray';
const SWAGGER_RESPONSES = 'swagger/apiResponse';

export interface AnswerField {
  name: string;
  mark?: PersonalMark;
  /** The class of the field's value or, of a list, of its items. */
  type?: Type;
}

const shapes = new Map<Type, AnswerField[]>();
const verdicts = new Map<Type, boolean>();

/** The fields of a documented class, those it inherits too. */
export function fieldsOf(type: Type): AnswerField[] {
  let fields = shapes.get(type);
  if (!fields) {
    const prototype = type.prototype as object;
    const names = (Reflect.getMetadata(SWAGGER_PROPERTIES, prototype) as string[] | undefined) ?? [];
    fields = names.map((name) => fieldOf(prototype, name.slice(1)));
    shapes.set(type, fields);
  }
  return fields;
}

function fieldOf(prototype: object, name: string): AnswerField {
  const mark = personalMarkOf(prototype, name);
  const { type } = Reflect.getMetadata(SWAGGER_PROPERTY, prototype, name) as { type?: unknown };
  const stated = classIn(type);
  return { name, ...(mark ? { mark } : {}), ...(stated ? { type: stated } : {}) };
}

/** `X`, `[X]` or, where classes name each other, `() => X`. */
function classIn(stated: unknown): Type | undefined {
  if (Array.isArray(stated)) return classIn(stated[0]);
  if (typeof stated !== 'function') return undefined;
  return stated.prototype ? (stated as Type) : classIn((stated as () => unknown)());
}

/** Whether anything personal can be found in an answer of this class. */
export function holdsPersonal(type: Type, above: ReadonlySet<Type> = new Set()): boolean {
  const known = verdicts.get(type);
  if (known !== undefined || above.has(type)) return known ?? false;
  const path = new Set([...above, type]);
  const holds = fieldsOf(type).some(
    (field) => field.mark !== undefined || (field.type && holdsPersonal(field.type, path)),
  );
  if (above.size === 0) verdicts.set(type, holds);
  return holds;
}

/** The class a route says it answers with when all goes well. */
export function answerTypeOf(handler: object): Type | undefined {
  const responses = Reflect.getMetadata(SWAGGER_RESPONSES, handler) as Record<string, { type?: unknown }> | undefined;
  const success = Object.entries(responses ?? {}).find(([code, { type }]) => /^(2|default)/.test(code) && type);
  return classIn(success?.[1].type);
}
