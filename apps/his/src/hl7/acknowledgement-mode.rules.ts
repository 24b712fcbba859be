/** What became of a message: taken, an error in it, or something this service does not do. */
export type Verdict = 'accepted' | 'error' | 'rejected';

export type AcknowledgementCode = 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';

const APPLICATION = { accepted: 'AA', error: 'AE', rejected: 'AR' } as const;

/**
 * The answers to give, in order. Original mode (MSH-15 and MSH-16 empty): one application acknowledgement. Enhanced mode:
 * a commit acknowledgement as MSH-15 asks, then an application acknowledgement as MSH-16 asks; an empty one of the two
 * counts as NE. A rejected message is refused at the door (CR) and gets no application acknowledgement. An erroneous one
 * is committed (CA: it is kept for repair) and refused by the application – unless the sender will not hear that, then
 * the commit carries the error (CE).
 */
export function acknowledgementsFor(
  acceptMode: string,
  applicationMode: string,
  verdict: Verdict,
): AcknowledgementCode[] {
  if (acceptMode === '' && applicationMode === '') return [APPLICATION[verdict]];
  const answersApplication = verdict !== 'rejected' && isWanted(applicationMode, verdict === 'accepted');
  const commit = commitCode(verdict, answersApplication);
  return [
    ...(isWanted(acceptMode, commit === 'CA') ? [commit] : []),
    ...(answersApplication ? [APPLICATION[verdict]] : []),
  ];
}

function commitCode(verdict: Verdict, answersApplication: boolean): 'CA' | 'CE' | 'CR' {
  if (verdict === 'rejected') return 'CR';
  return verdict === 'error' && !answersApplication ? 'CE' : 'CA';
}

/** HL7 table 0155. A value outside it is taken as AL: an answer too many does less harm than one too few. */
function isWanted(mode: string, success: boolean): boolean {
  switch (mode) {
    case '':
    case 'NE':
      return false;
    case 'ER':
      return !success;
    case 'SU':
      return success;
    default:
      return true;
  }
}
