import { dischargeDefaultV1 } from '../discharge-default.v1.js';
import type { ProtocolStep } from '../protocol.rules.js';
import type { ShippedProtocol } from './shipped-protocol.js';

/** 产后: weeks count as the national maternal care rules visit: days 3 to 7, 14, 28, and the 42-day examination. */
export const childbirthV1: ShippedProtocol = {
  code: 'childbirth',
  nameZh: '产后随访方案',
  nameEn: 'Childbirth',
  definition: {
    appliesTo: { anchor: 'discharge', classes: ['inpatient'], diagnoses: ['O80', 'O81', 'O82', 'O83', 'O84'] },
    steps: [
      {
        key: 'day-7',
        nameZh: '产后首次访视（恶露、会阴或腹部切口、哺乳、新生儿黄疸与脐部、情绪）',
        nameEn: 'First week: lochia, wound, feeding, the newborn’s jaundice and navel, mood',
        mode: 'call',
        questionnaire: { code: 'childbirth-follow-up' },
        skill: 'obstetrics',
        window: { fromDay: 1, toDay: 5 },
        lapseAfterDays: 5,
      },
      {
        key: 'rehabilitation',
        nameZh: '产后康复与母乳喂养指导',
        nameEn: 'Recovering after birth, breastfeeding',
        kind: 'education',
        mode: 'message',
        window: { fromDay: 5, toDay: 6 },
        lapseAfterDays: 7,
      },
      {
        key: 'day-14',
        nameZh: '产后14天随访（乳房与伤口、新生儿喂养与体重、产后抑郁筛查）',
        nameEn: 'Day 14: breasts and wound, the newborn’s weight, postnatal depression',
        mode: 'call',
        questionnaire: { code: 'childbirth-follow-up' },
        skill: 'obstetrics',
        window: { fromDay: 12, toDay: 14 },
        lapseAfterDays: 7,
      },
      {
        key: 'day-28',
        nameZh: '产后28天随访（新生儿疫苗与体检提醒）',
        nameEn: 'Day 28: the newborn’s vaccinations and check',
        mode: 'call',
        questionnaire: { code: 'childbirth-follow-up' },
        skill: 'obstetrics',
        window: { fromDay: 26, toDay: 28 },
        lapseAfterDays: 7,
      },
      {
        key: 'day-42',
        nameZh: '产后42天检查提醒与回访',
        nameEn: 'The examination on day 42',
        mode: 'call',
        questionnaire: { code: 'childbirth-follow-up' },
        skill: 'obstetrics',
        window: { fromDay: 38, toDay: 42 },
        lapseAfterDays: 14,
      },
    ],
  },
};

const asked = { questionnaire: { code: 'discharge-follow-up' } };
const [first, ...later] = dischargeDefaultV1.steps.map((step): ProtocolStep => ({ ...step, ...asked }));
const rehabilitation: ProtocolStep = {
  key: 'rehabilitation',
  nameZh: '出院康复指导（用药、饮食、活动与复诊）',
  nameEn: 'Recovering at home: medication, diet, moving, next visit',
  kind: 'education',
  mode: 'message',
  window: { fromDay: 1, toDay: 7 },
  lapseAfterDays: 7,
};

/** The default discharge protocol with its questionnaire and the rehabilitation message that every discharge gets (FU-2, FU-11). */
export const dischargeDefaultV2: ShippedProtocol = {
  code: 'discharge-default',
  nameZh: '出院默认随访方案',
  nameEn: 'Default discharge protocol',
  definition: {
    ...dischargeDefaultV1,
    steps: [...(first ? [first] : []), rehabilitation, ...later],
    ...(dischargeDefaultV1.recurrence ? { recurrence: { ...dischargeDefaultV1.recurrence, ...asked } } : {}),
  },
};
