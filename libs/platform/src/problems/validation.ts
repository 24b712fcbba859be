import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { textsOf, type Params } from './catalogue.js';
import { Problem, type FieldFault } from './problem.js';
import { rememberRules } from './remembered-rules.js';

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Flattens class-validator's tree into one fault a field and reason, with dotted paths (`visits.0.number`). */
export function faultsOf(errors: ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([type, message]) => faultOf(error, field, type, message));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

/** A decorator's own `message` may name a reason of the catalogue; else the constraint does. */
function faultOf(error: ValidationError, field: string, type: string, message: string): FieldFault {
  const rule = rulesOf(error).find((candidate) => (candidate.name ?? candidate.type) === type);
  const code = textsOf('reasons').has(message) ? message : codeOf(type);
  const params = paramsOf(rule?.constraints ?? []);
  return { field, code, ...(Object.keys(params).length > 0 ? { params } : {}) };
}

/** `isLength` → `is-length`, `IsUuid` as class-validator has it → `is-uuid`. */
export function codeOf(type: string): string {
  return type.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

function rulesOf({ target, property }: ValidationError): Rule[] {
  const type = target?.constructor;
  if (!type || type === Array) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  return rules.filter((rule) => rule.propertyName === property);
}

function paramsOf(constraints: unknown[]): Params {
  const shown = constraints.map((constraint, index) => [String(index), shownAs(constraint)] as const);
  return Object.fromEntries(shown.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function shownAs(constraint: unknown): Params[string] | undefined {
  if (typeof constraint === 'string' || typeof constraint === 'number') return constraint;
  if (constraint instanceof RegExp) return constraint.source;
  return Array.isArray(constraint) ? constraint.map(String) : undefined;
}

/** Unknown fields are refused, not dropped: a misspelt field must not look accepted. */
export function validationPipe(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    // The reasons are put in words by the rules of the class that was broken.
    validationError: { target: true },
    exceptionFactory: (errors) => Problem.invalid(faultsOf(errors)),
  });
}
