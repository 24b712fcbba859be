import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { GivenAnswers, NewAttempt } from './desk/attempts.dto.js';
import { LetterDates } from './desk/letters.dto.js';
import { DealTasks, Reassign } from './desk/nurses.dto.js';
import { GiveBack } from './desk/queue.dto.js';
import { RecordDoctorCall } from './green-channel/green-channel.dto.js';
import { NewPlans } from './plans/at-will.dto.js';
import { EndPlan } from './plans/plans.dto.js';
import { PreviewRequest } from './protocols/preview.dto.js';
import { NewResponseBody } from './responses/responses.dto.js';
import { CompleteTask } from './tasks/tasks.dto.js';

const BODIES = [
  ...[NewResponseBody, NewAttempt, GivenAnswers, LetterDates, DealTasks, Reassign, GiveBack],
  ...[RecordDoctorCall, NewPlans, EndPlan, PreviewRequest, CompleteTask],
];

/** Names of the fields that the OpenAPI document says may be left out, and not that they may be null. */
function optionalOf(body: (typeof BODIES)[number]): string[] {
  const names = Reflect.getMetadata('swagger/apiModelPropertiesArray', body.prototype) as string[];
  return names
    .map((name) => name.slice(1))
    .filter((name) => {
      const said = Reflect.getMetadata('swagger/apiModelProperties', body.prototype, name) as {
        required?: boolean;
        nullable?: boolean;
      };
      return said.required === false && !said.nullable;
    });
}

function faultyOf(body: (typeof BODIES)[number], value: object): string[] {
  return validateSync(plainToInstance<object, object>(body, value)).map(({ property }) => property);
}

describe('a field that may be left out', () => {
  it.each(BODIES.map((body) => [body.name, body] as const))('decision 9: is not null in %s', (_, body) => {
    const optional = optionalOf(body);
    expect(optional).not.toEqual([]);
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    expect(faultyOf(body, nulls)).toEqual(expect.arrayContaining(optional));
    expect(faultyOf(body, {}).filter((name) => optional.includes(name) && name !== 'note')).toEqual([]);
  });
});
