import type { ShippedProtocol } from './shipped-protocol.js';

/** After a consultation 咨询 (FU-11): chosen by a person or by the contact centre, never by itself. */
export const consultationV1: ShippedProtocol = {
  code: 'consultation-default',
  nameZh: '咨询随访方案',
  nameEn: 'Consultation protocol',
  definition: {
    appliesTo: { anchor: 'consultation', classes: [] },
    steps: [
      {
        key: 'day-1',
        nameZh: '咨询后次日回访（问题是否解决、就诊意向）',
        nameEn: 'The day after: was it answered, does the patient want to come',
        mode: 'call',
        window: { fromDay: 1, toDay: 2 },
        lapseAfterDays: 5,
      },
      {
        key: 'day-14',
        nameZh: '咨询后两周回访（未就诊原因）',
        nameEn: 'After two weeks: why the patient has not come',
        mode: 'call',
        window: { fromDay: 12, toDay: 14 },
        lapseAfterDays: 7,
      },
    ],
  },
};
