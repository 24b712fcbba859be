import { List } from '#platform';
import { PatientImport } from './imports.dto.js';
import { IMPORT_STATES } from './imports.store.js';

/** Of a query of imports named `patient_import`. */
export const IMPORTS = new List({
  name: 'patient-imports',
  item: PatientImport,
  fields: {
    id: { sql: 'id', type: 'uuid', description: 'Ids grow with time.' },
    state: { sql: 'state', type: 'enum', values: IMPORT_STATES },
    sha256: { sql: 'sha256', type: 'string', sortable: false },
    requestedBy: { sql: 'requested_by', type: 'string', nullable: true, sortable: false },
    createdAt: { sql: 'created_at', type: 'instant' },
    finishedAt: { sql: 'finished_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-id',
  example: `state in ('failed', 'cancelled')`,
});
