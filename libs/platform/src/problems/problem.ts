/** One thing wrong with the input. `field` is a dotted path into the body, or the query or header name. */
export interface FieldFault {
  field: string;
  reason: string;
}

export interface ProblemExtras {
  errors?: FieldFault[];
  headers?: Record<string, string>;
  /** RFC 9457 gives it a meaning: the state of a thing needs another name. */
  status?: never;
  [member: string]: unknown;
}

/** An expected failure, answered as RFC 9457 problem+json with a stable `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }

  static badRequest(code: string, detail: string, errors?: FieldFault[]): Problem {
    return new Problem(400, code, detail, errors ? { errors } : {});
  }

  static invalid(errors: FieldFault[]): Problem {
    return Problem.badRequest('validation-failed', 'The request is not valid.', errors);
  }

  static notFound(what: string, id: string): Problem {
    return new Problem(404, 'not-found', `There is no ${what} ${id}.`);
  }

  static conflict(code: string, detail: string, extras: ProblemExtras = {}): Problem {
    return new Problem(409, code, detail, extras);
  }
}
