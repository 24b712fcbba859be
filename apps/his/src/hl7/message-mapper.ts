import { isAdmissionEvent, mapAdmission } from './admission-mapper.js';
import type { MessageContent } from './facts.js';
import type { Header } from './header.js';
import type { MappingContext } from './mapping-context.js';
import { mapMedications } from './medication-mapper.js';
import type { Hl7Message } from './message.js';
import type { PartnerProfile } from './partner-profile.js';
import { mapResults } from './result-mapper.js';
import type { Hl7Time } from './timestamp.rules.js';
import { timeAt } from './visit-mapper.js';
import { accepted, refused, type Problem, type Result } from './vocabulary.js';

interface Kind {
  /** Whether messages of this type are taken with this event (MSH-9.2). */
  readonly takes: (event: string) => boolean;
  readonly map: (context: MappingContext) => Result<MessageContent>;
}

/** By MSH-9.1. Versions up to 2.3.1 write O01 for what is O11 and O13 since. */
const KINDS: Readonly<Record<string, Kind>> = {
  ADT: { takes: isAdmissionEvent, map: mapAdmission },
  ORU: { takes: (event) => event === 'R01', map: mapResults },
  RDE: { takes: (event) => event === 'O11' || event === 'O01', map: mapMedications },
  RDS: { takes: (event) => event === 'O13' || event === 'O01', map: mapMedications },
};

/** The facts of one message, or why it is refused and where. */
export function mapMessage(message: Hl7Message, header: Header, profile: PartnerProfile): Result<MessageContent> {
  const objection = objectionTo(header, profile);
  if (objection) return { ok: false, problem: objection };
  const eventTime = eventTimeOf(message, profile);
  if (!eventTime.ok) return eventTime;
  const authority =
    profile.identifierAuthority ?? (header.sendingFacility || header.sendingApplication || profile.code);
  const kind = KINDS[header.messageType] as Kind;
  return kind.map({ message, header, profile, authority, eventTime: eventTime.value });
}

/** What this service does not do at all (AR), or cannot answer to. */
function objectionTo(header: Header, profile: PartnerProfile): Problem | undefined {
  const no = (code: 101 | 200 | 201 | 202 | 203, field: number, text: string, component?: number): Problem => ({
    code,
    severity: 'error',
    at: { segment: 'MSH', field, component },
    text,
  });
  const { messageType, event, controlId, processingId, version } = header;
  if (messageType === '') return no(101, 9, 'no message type');
  if (controlId === '') return no(101, 10, 'no message control id');
  if (processingId === '' && !profile.processingIds.includes('')) return no(101, 11, 'no processing id');
  if (!profile.processingIds.includes(processingId))
    return no(202, 11, `processing id "${processingId}" is not taken here`);
  if (version === '' && !profile.versions.includes('')) return no(101, 12, 'no version');
  if (!profile.versions.includes(version)) return no(203, 12, `version "${version}" is not supported`);
  const kind = Object.hasOwn(KINDS, messageType) ? KINDS[messageType] : undefined;
  if (!kind) return no(200, 9, `message type "${messageType}" is not supported`, 1);
  return kind.takes(event) ? undefined : no(201, 9, `event "${event}" is not supported`, 2);
}

/** EVN-2, else MSH-7. */
function eventTimeOf(message: Hl7Message, profile: PartnerProfile): Result<Hl7Time> {
  const evn = message.first('EVN');
  const recorded = evn ? timeAt(evn, 2, profile) : accepted(undefined);
  if (!recorded.ok) return recorded;
  if (recorded.value) return accepted(recorded.value);
  const sent = timeAt(message.header, 7, profile);
  if (!sent.ok) return sent;
  return sent.value
    ? accepted(sent.value)
    : refused(101, { segment: 'MSH', field: 7 }, 'neither EVN-2 nor MSH-7 says when');
}
