import { faultsOf, Problem, type FieldFault } from '#platform';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ProtocolDefinitionDto } from './definition.dto.js';
import { faultsIn, questionnairesIn, type DocumentFault } from './protocol-check.rules.js';
import type { ProtocolDefinition, QuestionnaireUse } from './protocol.rules.js';

const STRICT = { whitelist: true, forbidNonWhitelisted: true, validationError: { target: true } };
const ROOT = '/definition';

/** The document as it is kept. @throws Problem 400 whose `field`s are JSON pointers (RFC 6901) to what is wrong */
export function definitionIn(document: object): ProtocolDefinition {
  const read = plainToInstance(ProtocolDefinitionDto, document);
  const malformed = faultsOf(validateSync(read, STRICT)).map(pointed);
  if (malformed.length > 0) throw Problem.invalid(malformed);
  const definition = withoutNulls(read);
  refuse(faultsIn(definition));
  return definition;
}

/** A published protocol asks what is published, too (FU-5, FU-8). @throws Problem 400, as above */
export async function requireAskable(
  definition: ProtocolDefinition,
  canBeAsked: (use: QuestionnaireUse) => Promise<boolean>,
): Promise<void> {
  const faults: DocumentFault[] = [];
  for (const [use, field] of questionnairesIn(definition)) {
    if (!(await canBeAsked(use))) faults.push({ field, code: 'questionnaire-unpublished' });
  }
  refuse(faults);
}

function refuse(faults: DocumentFault[]): void {
  if (faults.length === 0) return;
  throw Problem.invalid(faults.map((fault) => ({ ...fault, field: `${ROOT}${fault.field}` })));
}

/** What is null is not stated. */
function withoutNulls(read: ProtocolDefinitionDto): ProtocolDefinition {
  const text = JSON.stringify(read, (_name, value: unknown) => (value === null ? undefined : value));
  return JSON.parse(text) as ProtocolDefinition;
}

function pointed({ field, ...fault }: FieldFault): FieldFault {
  return { ...fault, field: [ROOT, ...field.split('.')].join('/') };
}
