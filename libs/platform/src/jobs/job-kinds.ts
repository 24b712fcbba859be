import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describeFault } from '../problems/problem-body.js';
import { faultsOf } from '../problems/validation.js';
import { jobOptions, PermanentJobError, type JobHandler, type JobOptions } from './job.js';

/** Operations read it, every claim ships it: it names what to work on and does not carry it. */
const MAX_PAYLOAD_BYTES = 8_192;

export interface JobKind {
  type: Type<JobHandler<object>>;
  options: JobOptions<object>;
  handler: JobHandler<object>;
}

/** Every kind of job this service runs: its providers that carry `@Job`. */
@Injectable()
export class JobKinds {
  private readonly byName = new Map<string, JobKind>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Once every provider is there: hooks of one module run side by side, so whoever needs it calls it first. */
  discover(): void {
    if (this.byName.size > 0) return;
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const options = jobOptions(metatype);
      if (!options) continue;
      if (this.byName.has(options.name)) throw new Error(`Two providers run jobs of the name ${options.name}`);
      this.byName.set(options.name, {
        type: metatype as Type<JobHandler<object>>,
        options,
        handler: instance as JobHandler<object>,
      });
    }
  }

  all(): JobKind[] {
    return [...this.byName.values()];
  }

  named(name: string): JobKind | undefined {
    return this.byName.get(name);
  }

  /** @throws Error for a class that is no provider of this service: nobody would ever run its jobs. */
  of(type: Type<JobHandler<object>>): JobKind {
    const kind = this.byName.get(jobOptions(type)?.name ?? '');
    if (kind?.type !== type) throw new Error(`${type.name} is no provider of this service with @Job`);
    return kind;
  }
}

/** The payload as an instance of its class. @throws PermanentJobError naming each fault. */
export function checkPayload<T extends object>(options: JobOptions<T>, payload: T): T {
  const [checked, faults] = options.payload ? checkedAs(options.payload, payload) : [payload, unwanted(payload)];
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (bytes > MAX_PAYLOAD_BYTES) faults.push(`${bytes} bytes are more than it may have`);
  if (faults.length === 0) return checked;
  throw new PermanentJobError(`${options.name}: ${faults.join('; ')}`);
}

function checkedAs<T extends object>(type: Type<T>, payload: T): [T, string[]] {
  const instance = plainToInstance(type, payload);
  const faults = faultsOf(validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }));
  return [instance, faults.map((fault) => `${fault.field}: ${describeFault(fault, 'en').reason}`)];
}

function unwanted(payload: object): string[] {
  return Object.keys(payload).map((field) => `${field}: the job takes no payload`);
}
