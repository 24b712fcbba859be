import { JOIN_WAYS, LEAVE_REASONS } from '#contracts';
import { List, type FieldDefinition } from '#platform';
import { MemberView } from './members.dto.js';

const FIELDS: Record<string, FieldDefinition> = {
  id: { sql: 'member.id', type: 'uuid' },
  patientId: { sql: 'member.patient_id', type: 'uuid', sortable: false },
  name: { sql: 'member.name', type: 'string', nullable: true },
  externalUserId: { sql: 'member.external_user_id', type: 'string', nullable: true },
  joinedAt: { sql: 'member.joined_at', type: 'instant' },
  joinedHow: { sql: 'member.joined_how', type: 'enum', values: JOIN_WAYS },
  heardAt: { sql: 'member.heard_at', type: 'instant' },
};

/** Of a query of memberships named `member`. */
export const MEMBERS = new List({
  name: 'community-members',
  item: MemberView,
  fields: {
    ...FIELDS,
    silentSince: { sql: 'member.silent_since', type: 'instant', nullable: true },
    leftAt: { sql: 'member.left_at', type: 'instant', nullable: true },
    leftReason: { sql: 'member.left_reason', type: 'enum', values: LEAVE_REASONS, nullable: true },
  },
  key: 'id',
  sort: '-joinedAt',
  example: `leftAt eq null and joinedHow eq 'invited'`,
});

/** Of the same query. */
export const SILENT_MEMBERS = new List({
  name: 'silent-members',
  item: MemberView,
  fields: FIELDS,
  key: 'id',
  sort: 'heardAt',
  example: `heardAt lt '2026-11-01T00:00:00+08:00'`,
});
