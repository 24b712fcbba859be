/** What apps/patients finds a name by: made people are found as real ones are. The walls let nothing else in. */
export { nameKeys } from '../../apps/patients/src/people/name-search.js';
