import 'reflect-metadata';
import { validateSync } from 'class-validator';

const VARIABLES = Symbol('environment variables');

type Variables = Map<string, string>;

/** Names the environment variable a configuration field is read from. The field's initialiser is its default. */
export function Env(variable: string): PropertyDecorator {
  return (target, property) => {
    const inherited = (Reflect.getMetadata(VARIABLES, target) as Variables | undefined) ?? new Map<string, string>();
    Reflect.defineMetadata(VARIABLES, new Map(inherited).set(String(property), variable), target);
  };
}

/** Raised when the environment does not make a valid configuration; the message names every variable at fault. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    // The fault is outside the code: a stack would only bury the message.
    this.stack = `ConfigurationError: ${message}`;
  }
}

function convert(text: string, type: unknown): unknown {
  if (type === Number) return text.trim() === '' ? Number.NaN : Number(text);
  if (type === Boolean) return ['true', '1'].includes(text) ? true : ['false', '0'].includes(text) ? false : text;
  return text;
}

/**
 * Reads one validated configuration object from the environment: nothing else in the product reads it.
 * @throws ConfigurationError naming each variable that is missing or malformed.
 */
export function loadConfig<T extends object>(type: new () => T, environment = process.env): T {
  const config = new type();
  const variables = (Reflect.getMetadata(VARIABLES, type.prototype as object) as Variables | undefined) ?? new Map();
  for (const [field, variable] of variables) {
    const text = environment[variable as string];
    if (text === undefined || text === '') continue;
    const declared: unknown = Reflect.getMetadata('design:type', type.prototype as object, field as string);
    (config as Record<string, unknown>)[field as string] = convert(text, declared);
  }
  const faults = validateSync(config, { skipMissingProperties: false });
  if (faults.length > 0) {
    const reasons = faults.map(
      (fault) =>
        `${variables.get(fault.property) ?? fault.property}: ${Object.values(fault.constraints ?? {}).join(', ')}`,
    );
    throw new ConfigurationError(`Invalid configuration\n  ${reasons.join('\n  ')}`);
  }
  return config;
}

/** Every variable of a configuration class with its default, for documentation and `--help`. */
export function describeConfig(type: new () => object): { variable: string; field: string; default: unknown }[] {
  const defaults = new type() as Record<string, unknown>;
  const variables = (Reflect.getMetadata(VARIABLES, type.prototype as object) as Variables | undefined) ?? new Map();
  return [...variables].map(([field, variable]) => ({
    variable: variable as string,
    field: field as string,
    default: defaults[field as string],
  }));
}
