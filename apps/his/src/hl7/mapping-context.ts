import type { Header } from './header.js';
import type { Hl7Message } from './message.js';
import type { PartnerProfile } from './partner-profile.js';
import type { Hl7Time } from './timestamp.rules.js';

/** What a message is read with. */
export interface MappingContext {
  readonly message: Hl7Message;
  readonly header: Header;
  readonly profile: PartnerProfile;
  readonly authority: string;
  readonly eventTime: Hl7Time;
}
