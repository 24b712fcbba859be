import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { PersonalKind } from './masking.rules.js';

/** Where Swagger keeps what `@ApiProperty` says; the classes that are documented are those that are masked. */
export const SWAGGER_PROPERTY = 'swagger/apiModelProperties';
/** The member of an OpenAPI schema's property, and of an operation, that the documents turn into a sentence. */
export const PERSONAL_EXTENSION = 'x-personal';
export const UNMASKED_EXTENSION = 'x-unmasked';

const PERSONAL = Symbol('personal field');
export const UNMASKED_REQUIRED = Symbol('personal.unmasked required');

export interface PersonalMark {
  kind: PersonalKind;
  /** Whether the field of this very object is personal; always unless given. */
  when?: (owner: Readonly<Record<string, unknown>>) => boolean;
}

/**
 * A field of an answer that tells who a patient is, or of one. It is answered masked to callers without the right
 * `personal.unmasked` (PT-9). Stands above `@ApiProperty`.
 */
export function Personal(kind: PersonalKind, when?: PersonalMark['when']): PropertyDecorator {
  return (target, property) => {
    const documented: unknown = Reflect.getMetadata(SWAGGER_PROPERTY, target, property);
    if (!documented) throw new Error(`@Personal of ${String(property)} has to stand above its @ApiProperty`);
    Reflect.defineMetadata(SWAGGER_PROPERTY, { ...documented, [PERSONAL_EXTENSION]: kind }, target, property);
    Reflect.defineMetadata(PERSONAL, { kind, ...(when ? { when } : {}) } satisfies PersonalMark, target, property);
  };
}

export function personalMarkOf(prototype: object, property: string): PersonalMark | undefined {
  return Reflect.getMetadata(PERSONAL, prototype, property) as PersonalMark | undefined;
}

/**
 * The operation, or only these query parameters of it, needs `personal.unmasked` besides its own right: what it answers
 * cannot be masked, or by asking often enough one would learn what is masked.
 */
export const RequiresUnmasked = (...query: string[]) =>
  applyDecorators(SetMetadata(UNMASKED_REQUIRED, query), ApiExtension(UNMASKED_EXTENSION, query));
