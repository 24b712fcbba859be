import type { Params } from './catalogue.js';

/**
 * One thing wrong with the input. `field` is a dotted path into the body, or the query, path or header name;
 * `code` names a reason of the catalogue.
 */
export interface FieldFault {
  field: string;
  code: string;
  params?: Params;
  /** Where in the value it is wrong, in characters from 1. */
  position?: number;
}

export interface ProblemExtras {
  errors?: FieldFault[];
  headers?: Record<string, string>;
  /** RFC 9457 gives it a meaning: the state of a thing needs another name. */
  status?: never;
  [member: string]: unknown;
}

/**
 * An expected failure, answered as RFC 9457 problem+json with a stable `code`. Its texts are in the catalogue, under
 * the code, filled with `params`; who throws it says nothing in words.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Params = {},
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }

  static badRequest(code: string, params: Params = {}, errors?: FieldFault[]): Problem {
    return new Problem(400, code, params, errors ? { errors } : {});
  }

  static invalid(errors: FieldFault[]): Problem {
    return Problem.badRequest('validation-failed', {}, errors);
  }

  /** @param what a term of the catalogue */
  static notFound(what: string, id: string): Problem {
    return new Problem(404, 'not-found', { what, id });
  }

  static conflict(code: string, params: Params = {}, extras: ProblemExtras = {}): Problem {
    return new Problem(409, code, params, extras);
  }
}
