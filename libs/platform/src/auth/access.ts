import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Right } from '#contracts';

export const PUBLIC = Symbol('public route');
export const RIGHT_REQUIRED = Symbol('right required');

/** The member of an OpenAPI operation that names its right; the documents turn it into a sentence. */
export const RIGHT_EXTENSION = 'x-right';

/** The route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);

/**
 * The route, or every route of the controller that does not say otherwise, is for callers with this right.
 * A route that says nothing is for every authenticated caller.
 */
export const Requires = (right: Right) =>
  applyDecorators(SetMetadata(RIGHT_REQUIRED, right), ApiExtension(RIGHT_EXTENSION, right));
