import type { ProtocolEntity } from './protocol.entity.js';
import type { Protocol } from './protocols.dto.js';

export function presentProtocol({ publishedAt, retiredAt, ...row }: ProtocolEntity): Protocol {
  return {
    ...row,
    publishedAt: publishedAt?.toISOString() ?? null,
    retiredAt: retiredAt?.toISOString() ?? null,
  };
}
