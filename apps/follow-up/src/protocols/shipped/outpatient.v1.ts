import type { ProtocolStep } from '../protocol.rules.js';
import type { ShippedProtocol } from './shipped-protocol.js';

const medication: ProtocolStep = {
  key: 'medication',
  nameZh: '用药与复诊提醒',
  nameEn: 'Taking the medication, coming back',
  kind: 'education',
  mode: 'message',
  window: { fromDay: 3, toDay: 7 },
  lapseAfterDays: 7,
};

/** Every outpatient visit is followed up by a message (FU-11). Satisfaction is asked of a sample, by survey rules (FU-10). */
export const outpatientV1: ShippedProtocol = {
  code: 'outpatient-default',
  nameZh: '门诊就诊随访方案',
  nameEn: 'Outpatient protocol',
  definition: {
    appliesTo: { anchor: 'visit', classes: ['outpatient'] },
    steps: [medication],
  },
};

/** Key patients 重点患者 get a call besides (FU-11); the protocol takes the place of the one for all. */
export const outpatientKeyPatientV1: ShippedProtocol = {
  code: 'outpatient-key-patient',
  nameZh: '重点患者门诊随访方案',
  nameEn: 'Outpatient protocol for key patients',
  definition: {
    appliesTo: { anchor: 'visit', classes: ['outpatient'], keyPatient: true },
    steps: [
      {
        key: 'call',
        nameZh: '重点患者回访（症状、用药与复诊安排）',
        nameEn: 'Call: symptoms, medication, next visit',
        mode: 'call',
        questionnaire: { code: 'outpatient-follow-up' },
        window: { fromDay: 1, toDay: 3 },
        lapseAfterDays: 7,
      },
      medication,
    ],
  },
};
