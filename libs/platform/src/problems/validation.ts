import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem, type FieldFault } from './problem.js';

/** Flattens class-validator's tree into one fault a field and reason, with dotted paths (`visits.0.number`). */
export function faultsOf(errors: ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).map((reason) => ({ field, reason }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

/** Unknown fields are refused, not dropped: a misspelt field must not look accepted. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => Problem.invalid(faultsOf(errors)),
  });
}
