import { CONSENT_PURPOSES, PERSON_STATES, SEXES } from '#contracts';
import { List, type FieldDefinition, type ListDefinition } from '#platform';
import { Patient } from './patient.dto.js';

const KEY: FieldDefinition = { sql: 'person.id', type: 'uuid', description: 'Ids grow with time: oldest first.' };

const DEFINITION: ListDefinition = {
  name: 'patients',
  item: Patient,
  fields: {
    id: KEY,
    name: { sql: 'person.name', type: 'string', nullable: true },
    sex: { sql: 'person.sex', type: 'enum', values: SEXES, nullable: true, sortable: false },
    birthDate: {
      sql: 'person.birth_date',
      type: 'string',
      nullable: true,
      description: 'As precise as it is known: 1949, 1949-12 or 1949-12-31.',
    },
    nationalId: { sql: 'person.national_id', type: 'string', nullable: true, sortable: false },
    deceased: { sql: 'person.deceased', type: 'boolean', sortable: false },
    deceasedAt: { sql: 'person.deceased_at', type: 'instant', nullable: true },
    allowedPurposes: {
      sql: 'person.allowed_purposes',
      type: 'enum',
      values: CONSENT_PURPOSES,
      many: true,
      description: 'What the person allows now (PT-9).',
    },
    states: {
      sql: 'person.states',
      type: 'enum',
      values: PERSON_STATES,
      many: true,
      description: 'What holds for the person now (PT-11).',
    },
    createdAt: { sql: 'person.created_at', type: 'instant' },
    updatedAt: { sql: 'person.updated_at', type: 'instant' },
  },
  key: 'id',
  sort: 'id',
  example: `deceased eq false and sex eq 'female'`,
};

/** Of a query of people named `person`. */
export const PATIENTS = new List(DEFINITION);

/** By the bare key the planner may walk the whole table in its order, hoping to meet the few hits early. */
export const FEW_PATIENTS = new List({ ...DEFINITION, keySql: '(person.id)::text' });
