import type { FieldFault, Language } from '#platform';
import type { ResponseItem } from '../responses/answer.rules.js';
import type { FormFault } from './form-answers.rules.js';
import { PAGE_TEXTS, say, type PageTextKey } from './page-texts.js';

/** To which question each fault of a response belongs; one that belongs to none is dropped with what it is about. */
export function faultsByQuestion(faults: readonly FieldFault[], items: readonly ResponseItem[]): FormFault[] {
  const found = faults.flatMap(({ field, code, params }): FormFault[] => {
    const named = params?.['linkId'];
    const linkId = typeof named === 'string' ? named : linkIdAt(field, items);
    return linkId === undefined ? [] : [{ linkId, code, ...(params ? { params } : {}) }];
  });
  return found.filter(({ linkId }, index) => found.findIndex((other) => other.linkId === linkId) === index);
}

/** The id of the innermost item that a JSON pointer such as `/items/0/item/2/answer/0/valueInteger` goes through. */
function linkIdAt(pointer: string, items: readonly ResponseItem[]): string | undefined {
  let linkId: string | undefined;
  let here: unknown = { items };
  for (const key of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return linkId;
    here = (here as Record<string, unknown>)[key];
    const own = (here as { linkId?: unknown } | undefined)?.linkId;
    if (typeof own === 'string') linkId = own;
  }
  return linkId;
}

/** A fault in the patient's words. */
export function faultText(language: Language, { code, params = {} }: FormFault): string {
  if (code === 'min') return say(language, 'from-on', { min: String(params[0]) });
  if (code === 'max') return say(language, 'up-to', { max: String(params[0]) });
  const known = code in PAGE_TEXTS ? (code as PageTextKey) : 'unusable';
  return say(language, known, params as Record<string, string | number>);
}
