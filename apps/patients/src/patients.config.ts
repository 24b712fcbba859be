import { ServiceConfig } from '#platform';

/** The service needs no configuration of its own beyond what every service has. */
export class PatientsConfig extends ServiceConfig {}
