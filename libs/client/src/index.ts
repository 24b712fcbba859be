export { createHospitalClient, dataOf, HospitalProblem, type ClientOptions, type HospitalClient } from './hospital-client.js';
export type { components, operations, paths } from './api.js';
