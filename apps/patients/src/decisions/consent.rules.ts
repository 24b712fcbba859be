import type { ConsentPurpose, LegalBasis } from '#contracts';
import { isBelow } from '../families/child.rules.js';
import type { Fault } from '../people/stated-patient.rules.js';

/** A consent as somebody wants to record it. */
export interface StatedConsent {
  purpose: ConsentPurpose;
  granted: boolean;
  legalBasis: LegalBasis | null;
  hasGuardian: boolean;
  decidedAt: Date;
}

/** Below this age consent is the guardian's (PIPL Art. 31). */
const OWN_CONSENT_FROM = 14;

/** What makes each use lawful: health data need a consent of their own for anything but the treatment (PIPL Art. 29). */
const SUFFICIENT: Record<ConsentPurpose, readonly LegalBasis[]> = {
  care: ['consent', 'separate-consent', 'contract', 'legal-duty', 'emergency'],
  'follow-up': ['consent', 'separate-consent', 'contract', 'legal-duty'],
  marketing: ['consent', 'separate-consent'],
  research: ['separate-consent'],
  publication: ['separate-consent'],
};

/** PT-9: what cannot stand on record. Withdrawing needs no reason and nobody's help: it is as easy as giving (Art. 15). */
export function faultsInConsent(
  consent: StatedConsent,
  { birthDate, zone, now }: { birthDate: string | null; zone: string; now: Date },
): Fault[] {
  const faults: Fault[] = [];
  const { purpose, granted, legalBasis, decidedAt } = consent;
  if (decidedAt > now) faults.push({ field: 'decidedAt', code: 'in-the-future' });
  if (!granted) return legalBasis ? [...faults, { field: 'legalBasis', code: 'only-when-granted' }] : faults;
  if (legalBasis === null) faults.push({ field: 'legalBasis', code: 'needs-legal-basis' });
  else if (!SUFFICIENT[purpose].includes(legalBasis)) {
    const allowed = SUFFICIENT[purpose].join(', ');
    faults.push({ field: 'legalBasis', code: 'basis-insufficient', params: { allowed } });
  }
  const isGiven = legalBasis === 'consent' || legalBasis === 'separate-consent';
  if (isGiven && !consent.hasGuardian && isBelow(birthDate, OWN_CONSENT_FROM, decidedAt, zone)) {
    faults.push({ field: 'guardian', code: 'needs-guardian' });
  }
  return faults;
}
