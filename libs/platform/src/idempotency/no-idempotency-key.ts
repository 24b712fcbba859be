import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const NO_IDEMPOTENCY_KEY = Symbol('no idempotency key');
export const NO_KEY_EXTENSION = 'x-no-idempotency-key';

/** The answers of this POST are never kept: they hold secrets, or its body is a stream. @param why for the API's readers */
export const NoIdempotencyKey = (why: string) =>
  applyDecorators(SetMetadata(NO_IDEMPOTENCY_KEY, true), ApiExtension(NO_KEY_EXTENSION, why));
