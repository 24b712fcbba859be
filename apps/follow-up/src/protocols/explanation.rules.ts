import type { PlanAnchor, ProtocolDefinition, ProtocolStep } from './protocol.rules.js';

/** One sentence in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

const ANCHORS: Record<PlanAnchor, Sentence> = {
  discharge: { zh: '出院', en: 'the discharge' },
  operation: { zh: '手术', en: 'the operation' },
  visit: { zh: '就诊', en: 'the visit' },
  consultation: { zh: '咨询', en: 'the consultation' },
  admission: { zh: '入院', en: 'the admission' },
};

/** Why a contact has the dates it has. `recurrence` counts from 1; null for a step of its own. */
export function reasonOf(
  { appliesTo, steps, recurrence: series }: ProtocolDefinition,
  visit: {
    step: string;
    recurrence: number | null;
  },
): Sentence {
  const anchor = ANCHORS[appliesTo.anchor];
  if (visit.recurrence !== null && series) {
    const months = series.everyMonths * visit.recurrence;
    return {
      zh: `${anchor.zh}后第${series.anchorDays}天起每${series.everyMonths}个月一次，此为第${visit.recurrence}次（满${months}个月），提前${series.opensBeforeDays}天开放`,
      en: `every ${series.everyMonths} months from day ${series.anchorDays} after ${anchor.en}: number ${visit.recurrence}, after ${months} months; opens ${series.opensBeforeDays} days before`,
    };
  }
  const step = steps.find(({ key }) => key === visit.step);
  return step ? reasonOfStep(step, anchor) : { zh: '', en: '' };
}

function reasonOfStep({ offset, window, batchHour }: ProtocolStep, anchor: Sentence): Sentence {
  const batch: Sentence =
    batchHour === undefined
      ? { zh: '', en: '' }
      : { zh: `，集中在${batchHour}:00`, en: `, gathered at ${batchHour}:00` };
  if (offset) {
    return {
      zh: `${anchor.zh}后${offset.hours}小时${batch.zh}`,
      en: `${offset.hours} hours after ${anchor.en}${batch.en}`,
    };
  }
  const { fromDay, toDay } = window ?? { fromDay: 0, toDay: 0 };
  return {
    zh: `${anchor.zh}后第${fromDay}天至第${toDay}天，最后一天到期${batch.zh}`,
    en: `days ${fromDay} to ${toDay} after ${anchor.en}, due on the last${batch.en}`,
  };
}
