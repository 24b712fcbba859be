import type { ProtocolStep } from '../protocol.rules.js';
import type { ShippedProtocol } from './shipped-protocol.js';

const BATCH_HOUR = 17;
const questionnaire = { code: 'surgical-follow-up' };

function callOnDay(day: number, nameZh: string, nameEn: string): ProtocolStep {
  return {
    key: `day-${day}`,
    nameZh,
    nameEn,
    mode: 'call',
    questionnaire,
    window: { fromDay: day, toDay: day },
    batchHour: BATCH_HOUR,
    lapseAfterDays: 7,
  };
}

/** Counted from the operation, also while still in hospital (FU-3): pain after 6 hours, calls at 48 hours, 7, 30 and 90 days. */
export const surgicalV1: ShippedProtocol = {
  code: 'surgical-default',
  nameZh: '手术患者随访方案',
  nameEn: 'Surgical protocol',
  definition: {
    appliesTo: { anchor: 'operation', classes: ['inpatient'] },
    steps: [
      {
        key: 'pain-6h',
        nameZh: '术后6小时疼痛评分',
        nameEn: 'Pain score 6 hours after the operation',
        kind: 'pain',
        mode: 'form',
        questionnaire: { code: 'pain-score' },
        offset: { hours: 6 },
        lapseAfterDays: 1,
      },
      {
        key: 'hour-48',
        nameZh: '术后48小时随访（生命体征、伤口与疼痛、进食与活动）',
        nameEn: '48 hours after the operation: wound, pain, eating and moving',
        mode: 'call',
        questionnaire,
        offset: { hours: 48 },
        batchHour: BATCH_HOUR,
        lapseAfterDays: 3,
      },
      callOnDay(7, '术后第7天随访（伤口愈合、拆线与用药）', 'Day 7: wound healing, stitches, medication'),
      callOnDay(30, '术后第30天随访（功能恢复与复查）', 'Day 30: recovery of function, recheck'),
      callOnDay(90, '术后第90天随访（远期恢复与生活质量）', 'Day 90: long-term recovery, quality of life'),
    ],
  },
};
