import type { TicketKind } from '#contracts';

interface Matter {
  kind: TicketKind;
  medical: boolean | null;
  dispute: boolean;
}

/** Who is told of a ticket as it now is, when nobody was told before (CP-3). */
export function routesOf(now: Matter, before: Matter | null): { toMedicalAffairs: boolean; toLegal: boolean } {
  return {
    toMedicalAffairs: isMedical(now) && !(before && isMedical(before)),
    toLegal: now.dispute && !before?.dispute,
  };
}

function isMedical({ kind, medical }: Matter): boolean {
  return kind === 'complaint' && medical === true;
}
