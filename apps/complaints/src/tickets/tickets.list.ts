import {
  COMPLAINANT_TYPES,
  TICKET_CHANNELS,
  TICKET_COLOURS,
  TICKET_KINDS,
  TICKET_SETTLEMENTS,
  TICKET_STATES,
} from '#contracts';
import { List } from '#platform';
import { Ticket } from './tickets.dto.js';

/** Of a query of tickets named `ticket`. */
export const TICKETS = new List({
  name: 'tickets',
  item: Ticket,
  fields: {
    id: { sql: 'ticket.id', type: 'uuid' },
    number: { sql: 'ticket.number', type: 'string' },
    kind: { sql: 'ticket.kind', type: 'enum', values: TICKET_KINDS },
    medical: { sql: 'ticket.medical', type: 'boolean', nullable: true },
    colour: { sql: 'ticket.colour', type: 'enum', values: TICKET_COLOURS },
    settlement: { sql: 'ticket.settlement', type: 'enum', values: TICKET_SETTLEMENTS },
    channel: { sql: 'ticket.channel', type: 'enum', values: TICKET_CHANNELS },
    state: { sql: 'ticket.state', type: 'enum', values: TICKET_STATES },
    departmentCode: { sql: 'ticket.department_code', type: 'string', nullable: true },
    deskDepartmentCode: { sql: 'ticket.desk_department_code', type: 'string', nullable: true },
    staffMemberId: { sql: 'ticket.staff_member_id', type: 'uuid', nullable: true, sortable: false },
    holderId: { sql: 'ticket.holder_id', type: 'string', nullable: true, sortable: false },
    complainantType: { sql: 'ticket.complainant_type', type: 'enum', values: COMPLAINANT_TYPES, nullable: true },
    mergedInto: { sql: 'ticket.merged_into', type: 'uuid', nullable: true, sortable: false },
    receivedAt: { sql: 'ticket.received_at', type: 'instant' },
    claimedAt: { sql: 'ticket.claimed_at', type: 'instant', nullable: true },
    solvedAt: { sql: 'ticket.solved_at', type: 'instant', nullable: true },
    endedAt: { sql: 'ticket.ended_at', type: 'instant', nullable: true },
    reopened: { sql: 'ticket.reopened', type: 'number' },
  },
  key: 'id',
  sort: '-receivedAt',
  example: `colour eq 'red' and state in ('open', 'claimed')`,
});
