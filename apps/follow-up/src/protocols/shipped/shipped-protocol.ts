import type { ProtocolDefinition } from '../protocol.rules.js';

/** A protocol as the product ships it, version 1. Frozen: plans run by it. */
export interface ShippedProtocol {
  code: string;
  nameZh: string;
  nameEn: string;
  definition: ProtocolDefinition;
}
