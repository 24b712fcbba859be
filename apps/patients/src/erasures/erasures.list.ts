import { List } from '#platform';
import { ASKERS, ERASURE_STATES } from './erasure-vocabulary.js';
import { ErasureRequest } from './erasures.dto.js';

/** Of a query of requests named `erasure_request`. */
export const ERASURES = new List({
  name: 'erasures',
  item: ErasureRequest,
  fields: {
    id: { sql: 'id', type: 'uuid', description: 'Ids grow with time.' },
    patientId: { sql: 'patient_id', type: 'uuid', sortable: false },
    state: { sql: 'state', type: 'enum', values: ERASURE_STATES },
    askedBy: { sql: 'asked_by', type: 'enum', values: ASKERS, nullable: true, sortable: false },
    requestedAt: { sql: 'requested_at', type: 'instant' },
    decidedAt: { sql: 'decided_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-id',
  example: 'state eq requested',
});
