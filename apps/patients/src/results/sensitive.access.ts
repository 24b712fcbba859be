import { currentContext, Rights } from '#platform';
import { Injectable } from '@nestjs/common';

/** Whether the caller in hand may see results and drugs that the hospital calls sensitive (PT-9). */
@Injectable()
export class SensitiveAccess {
  constructor(private readonly rights: Rights) {}

  /** Nobody may where nobody called. */
  sees(): boolean {
    const actor = currentContext()?.actor;
    return actor !== undefined && this.rights.allows(actor, 'patients.sensitive.read');
  }
}
