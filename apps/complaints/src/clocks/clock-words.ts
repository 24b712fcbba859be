import type { TimeReason } from '../calendars/stretch.rules.js';

/** Why a piece of time counts or does not, in the words of whoever asks "why this deadline?". */
export const REASON_WORDS: Record<TimeReason, { zh: string; en: string }> = {
  'round-the-clock': { zh: '全天计时', en: 'counts, day and night' },
  'open-hours': { zh: '计时时段', en: 'counts: open hours' },
  'working-day': { zh: '工作日，计时', en: 'counts: a working day' },
  'same-day': { zh: '当日，计时', en: 'counts: the same day' },
  'closed-hours': { zh: '非计时时段', en: 'does not count: closed hours' },
  holiday: { zh: '法定节假日，不计时', en: 'does not count: a public holiday' },
  'rest-day': { zh: '休息日，不计时', en: 'does not count: a day off' },
  'day-of-receipt': { zh: '受理当日，不计入', en: 'does not count: the day of receipt' },
  paused: { zh: '等待患者，暂停计时', en: 'does not count: waiting for the patient' },
};
