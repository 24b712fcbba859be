import { List } from '#platform';
import { EXPORT_FORMATS, EXPORT_STATES } from './export-vocabulary.js';
import { PatientExport } from './exports.dto.js';

/** Of a query of exports named `patient_export`. */
export const EXPORTS = new List({
  name: 'patient-exports',
  item: PatientExport,
  fields: {
    id: { sql: 'id', type: 'uuid', description: 'Ids grow with time.' },
    state: { sql: 'state', type: 'enum', values: EXPORT_STATES },
    format: { sql: 'format', type: 'enum', values: EXPORT_FORMATS },
    unmasked: { sql: 'unmasked', type: 'boolean', sortable: false },
    requestedBy: { sql: 'requested_by', type: 'string', nullable: true, sortable: false },
    createdAt: { sql: 'created_at', type: 'instant' },
    finishedAt: { sql: 'finished_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-id',
  example: 'unmasked eq true',
});
