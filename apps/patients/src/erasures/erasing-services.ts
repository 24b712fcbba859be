import { allContracts } from '#contracts';

const REPORT = /^(.+)\.erasure\.reported\.v1$/;

/** The services that erase when they are told and report it: all that promise to by a contract. */
export const ERASING_SERVICES: string[] = allContracts().flatMap(({ subject }) => REPORT.exec(subject)?.[1] ?? []);
