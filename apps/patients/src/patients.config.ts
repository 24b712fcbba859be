import { FilesConfig } from '#platform';

/** The service needs no configuration of its own beyond that of every service that keeps files. */
export class PatientsConfig extends FilesConfig {}
