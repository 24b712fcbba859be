import { currentContext } from '#platform';
import type { Holder } from './ticket-life.js';

/** Who calls, as tickets name accounts. @throws Error outside a call with a token */
export function caller(): Holder {
  const actor = currentContext()?.actor;
  if (!actor) throw new Error('There is no caller: the operation is not behind the guard');
  return { id: actor.id, name: actor.name || null };
}
