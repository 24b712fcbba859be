import type { Type } from '@nestjs/common';
import { JOB_SCHEMA } from './job-schema.js';
import { jobOptions, type JobHandler } from './job.js';

/**
 * SQL, in the service's own database: whether a job waits or runs whose payload names this. Each state by an index.
 * @param field of the payload that names what the job works on
 * @param id SQL of the text that stands there
 */
export function hasJobSql<T extends object>(type: Type<JobHandler<T>>, field: keyof T & string, id: string): string {
  const name = jobOptions(type)?.name;
  if (name === undefined) throw new Error(`${type.name} runs no jobs`);
  const of = (state: string) =>
    `EXISTS (SELECT FROM ${JOB_SCHEMA}.job_common job
      WHERE job.name = '${name}' AND ${state} AND job.data -> 'payload' ->> '${field}' = ${id})`;
  return `(${of(`job.state < 'active' AND NOT job.blocked`)} OR ${of(`job.state = 'active'`)})`;
}
