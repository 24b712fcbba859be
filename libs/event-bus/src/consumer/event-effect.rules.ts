/** What an event does after it was claimed. */
export type EventEffect = 'handle' | 'park' | 'nothing';

/**
 * The order to erase a person and the reports of it are handled whatever waits under the person's key: what is parked
 * there is erased with the rest (PT-9). Nothing else about an erased person has an effect.
 */
export function effectOf(
  subject: string,
  claim: 'fresh' | 'duplicate' | 'erased' | 'behind-parked' | undefined,
): EventEffect {
  if (claim === undefined || claim === 'duplicate') return 'nothing';
  if (claim === 'fresh' || isOfErasures(subject)) return 'handle';
  return claim === 'behind-parked' ? 'park' : 'nothing';
}

function isOfErasures(subject: string): boolean {
  return subject === 'patients.person.erased.v1' || subject.endsWith('.erasure.reported.v1');
}
