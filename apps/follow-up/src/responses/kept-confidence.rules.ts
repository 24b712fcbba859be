import type { FieldFault } from '#platform';
import type { ResponseItem } from './answer.rules.js';

/**
 * A correction with what was answered in confidence before it: whoever cannot see it can neither send it again nor take it
 * away. What was given keeps its place, so that pointers into it hold.
 */
export function withConfidence(
  given: readonly ResponseItem[],
  former: readonly ResponseItem[],
  confidential: ReadonlySet<string>,
): ResponseItem[] {
  const open = former.filter(({ linkId }) => !confidential.has(linkId));
  const carried = given.map((each) => {
    const before = open.find(({ linkId }) => linkId === each.linkId);
    const item = withConfidence(each.item ?? [], before?.item ?? [], confidential);
    return item.length > 0 ? { ...each, item } : each;
  });
  const kept = former.flatMap((each): ResponseItem[] => {
    if (confidential.has(each.linkId)) return [each];
    if (given.some(({ linkId }) => linkId === each.linkId)) return [];
    const item = withConfidence([], each.item ?? [], confidential);
    return item.length > 0 ? [{ linkId: each.linkId, item }] : [];
  });
  return [...carried, ...kept];
}

/** What a correction says of things that were answered in confidence before it, by somebody who cannot see them. */
export function unseenFaults(
  given: readonly ResponseItem[],
  former: readonly ResponseItem[],
  confidential: ReadonlySet<string>,
  at: string,
): FieldFault[] {
  return given.flatMap((each, index): FieldFault[] => {
    const before = former.find(({ linkId }) => linkId === each.linkId);
    if (!before) return [];
    const field = `${at}/${index}`;
    if (confidential.has(each.linkId))
      return [{ field, code: 'answered-in-confidence', params: { linkId: each.linkId } }];
    return unseenFaults(each.item ?? [], before.item ?? [], confidential, `${field}/item`);
  });
}
