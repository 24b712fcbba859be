import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allContracts, allQuestions } from '#contracts';
import { Parser } from '@asyncapi/parser';
import { IsArray, IsOptional, IsPostalCode, IsString, Length } from 'class-validator';
import { projectRoot } from '../backing-services/index.js';
import { asyncApiDocument } from './async-api.js';
import { FieldMeanings } from './contract-meanings.js';
import { ContractSchemas } from './contract-schema.js';

const meanings = new FieldMeanings(join(projectRoot(), 'libs', 'contracts', 'src'));
/** Of the parser's severities: 0 is an error, 1 a warning. */
const WARNING = 1;
const document = asyncApiDocument('1.2.3', meanings);

describe('the AsyncAPI document', () => {
  it('decision 8: is a valid AsyncAPI 3 document, examples included', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(document));
    expect(diagnostics.filter((diagnostic) => Number(diagnostic.severity) <= WARNING)).toEqual([]);
    expect(parsed?.version()).toBe('3.0.0');
    const asked = allQuestions().flatMap(({ answerers }) => answerers).length;
    const askers = new Set(allQuestions().map(({ asker }) => asker)).size;
    expect(parsed?.channels().all()).toHaveLength(allContracts().length + asked + askers);
  });

  it('decision 8: shows every event with its subject, when it is emitted and an example', () => {
    expect(document).toMatchObject({
      channels: {
        'staff.department.saved.v1': {
          address: 'staff.department.saved.v1',
          description: 'A department was created or changed. Ordered by departmentId.',
        },
      },
      operations: { 'staff.department.saved.v1.send': { action: 'send', tags: [{ name: 'staff' }] } },
      components: {
        messages: {
          'staff.department.saved.v1': {
            examples: [{ payload: { type: 'staff.department.saved.v1', data: { nameZh: '呼吸内科专业' } } }],
          },
        },
      },
    });
  });

  it('decision 3: shows every question with who asks, who answers, an example and where the reply goes', async () => {
    const { document: parsed } = await new Parser().parse(JSON.stringify(document));
    const shown = parsed?.operations().filter((operation) => operation.reply() !== undefined);
    const asked = allQuestions().flatMap(({ name, answerers }) => answerers.map((each) => `ask.${each}.${name}`));
    expect(shown?.map((operation) => operation.channels().all()[0]?.address()).toSorted()).toEqual(asked.toSorted());
    const question = shown?.find((each) => each.channels().all()[0]?.address() === 'ask.staff.person-data.v1');
    expect(question?.messages().all()[0]?.examples().all()[0]?.payload()).toMatchObject({
      patientIds: [expect.any(String)],
    });
    expect(question?.reply()?.messages().all()[0]?.headers()?.required()).toEqual(['piece']);
  });

  it('decision 8: is the same however often it is made', () => {
    expect(JSON.stringify(asyncApiDocument('1.2.3', meanings))).toBe(JSON.stringify(document));
  });
});

class Ward {
  @IsString() @Length(1, 20) name!: string;
  @IsOptional() @IsArray() @IsString({ each: true }) beds?: string[];
}

class Unknown {
  @IsPostalCode('CN') code!: string;
}

describe('a contract as JSON Schema', () => {
  it('decision 8: says what its validators say', () => {
    const schemas = new ContractSchemas(meanings);
    expect(schemas.referTo(Ward)).toEqual({ $ref: '#/components/schemas/Ward' });
    expect(schemas.schemas['Ward']).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 20 },
        beds: { type: ['array', 'null'], items: { type: 'string' } },
      },
      required: ['name'],
    });
  });

  it('decision 8: keeps nested classes, inherited fields and what the comments mean', () => {
    expect(document).toMatchObject({
      components: {
        schemas: {
          HisVisitDischargedV1: {
            properties: {
              patient: { $ref: '#/components/schemas/ReportedPatient' },
              partner: { description: 'Code of the sending partner.' },
            },
          },
          ReportedPatient: {
            properties: { sex: { enum: ['male', 'female', 'other', 'unknown', null] } },
          },
        },
      },
    });
  });

  it('decision 8: is refused rather than told wrong when a validator is unknown', () => {
    expect(() => new ContractSchemas(meanings).referTo(Unknown)).toThrow('Unknown.code');
  });
});
