import { describe, expect, it } from '@jest/globals';
import { dischargeDefaultV1 } from './discharge-default.v1.js';
import { faultsIn } from './protocol-check.rules.js';
import type { ProtocolDefinition, ProtocolStep } from './protocol.rules.js';
import { outpatientV1 } from './shipped/outpatient.v1.js';
import { surgicalV1 } from './shipped/surgical.v1.js';

const aStep = (over: Partial<ProtocolStep> = {}): ProtocolStep => ({
  key: 'visit-1',
  nameZh: '回访',
  nameEn: 'Visit',
  window: { fromDay: 0, toDay: 7 },
  lapseAfterDays: 7,
  ...over,
});
const withSteps = (...steps: ProtocolStep[]): ProtocolDefinition => ({ ...dischargeDefaultV1, steps });
const found = (definition: ProtocolDefinition) => faultsIn(definition).map(({ field, code }) => `${field} ${code}`);
const recurrence = dischargeDefaultV1.recurrence!;

describe('the document of a protocol', () => {
  it.each(
    Object.entries({ dischargeDefaultV1, outpatientV1: outpatientV1.definition, surgicalV1: surgicalV1.definition }),
  )('FU-5 is sound as the product ships it: %s', (_name, definition) => {
    expect(found(definition)).toEqual([]);
  });

  it.each<[string, ProtocolDefinition, string[]]>([
    [
      'a negative window',
      withSteps(aStep({ window: { fromDay: -1, toDay: 7 } })),
      ['/steps/0/window/fromDay window-negative'],
    ],
    [
      'nobody told before it lapses',
      withSteps(aStep({ escalation: { afterHours: 168, to: 'centre-manager' } })),
      ['/steps/0/escalation/afterHours escalation-after-lapse'],
    ],
    [
      'somebody told an hour before it lapses',
      withSteps(aStep({ escalation: { afterHours: 167, to: 'centre-manager' } })),
      [],
    ],
    [
      'a series of which nobody is told in time',
      { ...withSteps(aStep()), recurrence: { ...recurrence, escalation: { afterHours: 8000, to: 'centre-manager' } } },
      ['/recurrence/escalation/afterHours escalation-after-lapse'],
    ],
    ['a window on the day itself', withSteps(aStep({ window: { fromDay: 0, toDay: 0 } })), []],
    [
      'a window that ends before it begins',
      withSteps(aStep({ window: { fromDay: 8, toDay: 7 } })),
      ['/steps/0/window/toDay window-reversed'],
    ],
    [
      'a negative offset',
      withSteps(aStep({ window: undefined, offset: { hours: -1 } })),
      ['/steps/0/offset/hours window-negative'],
    ],
    ['a step counted twice', withSteps(aStep({ offset: { hours: 6 } })), ['/steps/0 step-with-two-times']],
    ['a step without a time', withSteps(aStep({ window: undefined })), ['/steps/0 step-without-time']],
    ['a key used twice', withSteps(aStep(), aStep()), ['/steps/1/key key-doubled']],
    ['a key of the series', withSteps(aStep({ key: 'recurring-3' })), ['/steps/0/key key-doubled']],
    ['nothing to do', { ...withSteps(), recurrence: undefined }, ['/steps nothing-to-do']],
    [
      'ages the wrong way round',
      { ...dischargeDefaultV1, appliesTo: { ...dischargeDefaultV1.appliesTo, ages: { from: 18, to: 17 } } },
      ['/appliesTo/ages ages-reversed'],
    ],
    [
      'a series without a pause',
      { ...dischargeDefaultV1, recurrence: { ...recurrence, everyMonths: 1, opensBeforeDays: 7, lapseAfterDays: 21 } },
      ['/recurrence/lapseAfterDays recurrence-overlapping'],
    ],
    [
      'a series that just leaves a day',
      { ...dischargeDefaultV1, recurrence: { ...recurrence, everyMonths: 1, opensBeforeDays: 7, lapseAfterDays: 20 } },
      [],
    ],
    [
      'a form that asks nothing',
      withSteps(aStep({ mode: 'form' })),
      ['/steps/0/questionnaire form-without-questionnaire'],
    ],
    [
      'a series of such forms',
      { ...dischargeDefaultV1, recurrence: { ...recurrence, mode: 'form' } },
      ['/recurrence/questionnaire form-without-questionnaire'],
    ],
    ['a form that asks', withSteps(aStep({ mode: 'form', questionnaire: { code: 'pain-score' } })), []],
  ])('FU-5 says where it is wrong: %s', (_what, definition, faults) => {
    expect(found(definition)).toEqual(faults);
  });

  it('FU-5 has its steps by time, hours and days alike', () => {
    const [hours, days] = [
      aStep({ key: 'two-days', window: undefined, offset: { hours: 48 } }),
      aStep({ window: { fromDay: 1, toDay: 1 } }),
    ];
    expect(found(withSteps(hours, days))).toEqual(['/steps/1 steps-out-of-order']);
    expect(found(withSteps(days, hours))).toEqual([]);
  });
});
