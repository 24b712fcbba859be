import type { TypeMetadata } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import type { FieldMeanings } from './contract-meanings.js';
import type { JsonSchema } from './json-schema.js';

type Class = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const ISO_8601: JsonSchema = { type: 'string', description: 'ISO 8601 date, or date and time with offset.' };

const TEMPLATE_VARIABLE: JsonSchema = { type: 'string', maxLength: 200 };

/** What a validator says in JSON Schema, by the name class-validator knows it under. */
const VALIDATORS: Record<string, (constraints: unknown[]) => JsonSchema> = {
  isString: () => ({ type: 'string' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isObject: () => ({ type: 'object' }),
  areTemplateVariables: () => ({ type: 'object', maxProperties: 20, additionalProperties: TEMPLATE_VARIABLE }),
  isArray: () => ({ type: 'array' }),
  isIso8601: () => ISO_8601,
  isDateString: () => ISO_8601,
  isIn: ([values]) => enumOf(values as unknown[]),
  isEnum: ([values]) => enumOf(Object.values(values as object)),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }) as JsonSchema,
  minLength: ([minLength]) => ({ minLength }) as JsonSchema,
  maxLength: ([maxLength]) => ({ maxLength }) as JsonSchema,
  min: ([minimum]) => ({ minimum }) as JsonSchema,
  max: ([maximum]) => ({ maximum }) as JsonSchema,
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMinSize: ([minItems]) => ({ minItems }) as JsonSchema,
  arrayMaxSize: ([maxItems]) => ({ maxItems }) as JsonSchema,
  arrayUnique: () => ({ uniqueItems: true }),
  isOptional: () => ({}),
};

/** JSON Schemas of class-validator classes: each class once, those inside by reference. */
export class ContractSchemas {
  readonly schemas: Record<string, JsonSchema> = {};

  constructor(private readonly meanings: FieldMeanings) {}

  /** @returns a reference to the class's schema. @throws Error for a validator it does not know. */
  referTo(type: Class): JsonSchema {
    if (!(type.name in this.schemas)) {
      this.schemas[type.name] = {};
      this.schemas[type.name] = this.schemaOf(type);
    }
    return { $ref: `#/components/schemas/${type.name}` };
  }

  private schemaOf(type: Class): JsonSchema {
    const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
    const byField = Map.groupBy(rules, (rule) => rule.propertyName);
    const properties = [...byField].map(([field, own]) => [field, this.fieldOf(type, field, own)] as const);
    const required = [...byField].filter(([, own]) => !own.some(isOptional)).map(([field]) => field);
    return { type: 'object', properties: Object.fromEntries(properties), required };
  }

  private fieldOf(type: Class, field: string, rules: Rule[]): JsonSchema {
    const whole = this.combine(
      type,
      field,
      rules.filter((rule) => !rule.each),
    );
    const items = this.combine(
      type,
      field,
      rules.filter((rule) => rule.each),
    );
    const schema: JsonSchema = { ...whole, ...(Object.keys(items).length > 0 ? { type: 'array', items } : {}) };
    const meaning = [this.meanings.of(type, field), schema.description].filter((text) => text !== undefined).join(' ');
    const described = meaning === '' ? schema : { ...schema, description: meaning };
    return rules.some(isOptional) ? nullable(described) : described;
  }

  private combine(type: Class, field: string, rules: Rule[]): JsonSchema {
    const parts = rules.map((rule) => {
      if (rule.type === 'nestedValidation') return this.referTo(nestedClass(type, field));
      const translate = VALIDATORS[rule.name ?? rule.type];
      if (!translate)
        throw new Error(`${type.name}.${field}: contract-schema.ts does not know ${rule.name ?? rule.type}`);
      return translate(rule.constraints ?? []);
    });
    return Object.assign({}, ...parts) as JsonSchema;
  }
}

function enumOf(values: readonly unknown[]): JsonSchema {
  return { type: typeof values[0], enum: [...values] };
}

function isOptional(rule: Rule): boolean {
  return rule.name === 'isOptional';
}

/** An optional field may be left out or null: the validators accept both. */
function nullable(schema: JsonSchema): JsonSchema {
  const { $ref, description, ...rest } = schema;
  const described = description === undefined ? {} : { description };
  if ($ref !== undefined) return { anyOf: [{ $ref }, { type: 'null' }], ...described };
  const type = [rest.type ?? 'string', 'null'].flat();
  return { ...rest, type, ...(rest.enum ? { enum: [...rest.enum, null] } : {}), ...described };
}

function nestedClass(type: Class, field: string): Class {
  const found = defaultMetadataStorage.findTypeMetadata(type, field) as TypeMetadata | undefined;
  if (!found) throw new Error(`${type.name}.${field} has @ValidateNested but no @Type`);
  return found.typeFunction() as Class;
}
