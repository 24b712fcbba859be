import type { EventClass } from '#contracts';
import { describeFault, faultsOf, type FieldFault } from '#platform';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** The data of an event breaks its contract; the message lists field and reason. */
export class ContractViolationError extends Error {
  constructor(
    message: string,
    readonly faults: FieldFault[] = [],
  ) {
    super(message);
  }
}

/**
 * Checks data against its contract and returns it as an instance.
 * The emitter refuses unknown fields (a typo); the receiver passes over them (a newer, additive version).
 * @throws ContractViolationError
 */
export function checkContract<T extends object>(type: EventClass<T>, data: unknown, side: 'emit' | 'receive'): T {
  if (typeof data !== 'object' || data === null)
    throw new ContractViolationError(`${type.name}: data is not an object`);
  const instance = plainToInstance(type, data);
  const errors = validateSync(instance, { whitelist: side === 'emit', forbidNonWhitelisted: side === 'emit' });
  if (errors.length === 0) return instance;
  const faults = faultsOf(errors);
  const reasons = faults.map((fault) => `${fault.field}: ${describeFault(fault, 'en').reason}`);
  throw new ContractViolationError(`${type.name}: ${reasons.join('; ')}`, faults);
}
