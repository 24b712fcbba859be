import { MEDICATION_STOPS, MEDICATION_USES } from '#contracts';
import { List } from '#platform';
import { MedicationView } from './medications.dto.js';

/** Of a query of drugs named `medication`, as `medicationsOf` shows them. */
export const MEDICATIONS = new List({
  name: 'medications',
  item: MedicationView,
  fields: {
    id: { sql: 'medication.id', type: 'uuid' },
    current: { sql: 'medication.current', type: 'boolean', sortable: false },
    use: { sql: 'medication."use"', type: 'enum', values: MEDICATION_USES, nullable: true },
    code: { sql: 'medication.code', type: 'string', nullable: true },
    name: { sql: 'medication.name', type: 'string', nullable: true },
    sensitive: { sql: 'medication.sensitive', type: 'boolean', sortable: false },
    orderNumber: { sql: 'medication.order_number', type: 'string' },
    encounterId: { sql: 'medication.encounter_id', type: 'uuid', nullable: true, sortable: false },
    stopReason: { sql: 'medication.stop_reason', type: 'enum', values: MEDICATION_STOPS, nullable: true },
    startsAt: { sql: 'medication.starts_at', type: 'instant' },
    endsAt: { sql: 'medication.ends_at', type: 'instant', nullable: true },
    dispensedAt: { sql: 'medication.dispensed_at', type: 'instant', nullable: true },
    stoppedAt: { sql: 'medication.stopped_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-startsAt',
  example: `current eq true and use eq 'discharge'`,
});
