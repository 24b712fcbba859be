import { RIGHT_MEANINGS, RIGHTS } from '#contracts';
import { RIGHT_EXTENSION } from '#platform';
import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Says in words who may do it: the right, and the roles that have it while the hospital has not decided otherwise. */
export function withRight(operation: Operation): Operation {
  const name = (operation as Operation & Record<string, unknown>)[RIGHT_EXTENSION];
  const right = RIGHTS.find((known) => known === name);
  if (right === undefined) return operation;
  const sentence = `Right: \`${right}\` (by default ${RIGHT_MEANINGS[right].roles.join(', ')}).`;
  return { ...operation, description: [operation.description, sentence].filter(Boolean).join(' ') };
}
