export {
  createHospitalClient,
  dataOf,
  HospitalProblem,
  logIn,
  type ClientOptions,
  type HospitalClient,
} from './hospital-client.js';
export type { components, operations, paths } from './api.js';
