import { List } from '#platform';
import { ASKERS, PACKAGE_STATES } from './data-package-vocabulary.js';
import { DataPackage } from './data-packages.dto.js';

/** Of a query of packages named `data_package`. */
export const DATA_PACKAGES = new List({
  name: 'patient-data-packages',
  item: DataPackage,
  fields: {
    id: { sql: 'id', type: 'uuid', description: 'Ids grow with time.' },
    state: { sql: 'state', type: 'enum', values: PACKAGE_STATES },
    askedBy: { sql: 'asked_by', type: 'enum', values: ASKERS },
    requestedAt: { sql: 'requested_at', type: 'instant' },
    readyAt: { sql: 'ready_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-id',
  example: `state eq 'ready'`,
});
