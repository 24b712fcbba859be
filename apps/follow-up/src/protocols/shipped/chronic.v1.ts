import type { ShippedProtocol } from './shipped-protocol.js';

/** 高血压：two weeks and a month after starting or changing treatment, then every 3 months. */
export const hypertensionV1: ShippedProtocol = {
  code: 'hypertension',
  nameZh: '高血压随访方案',
  nameEn: 'Hypertension',
  definition: {
    appliesTo: { anchor: 'visit', classes: ['outpatient'], diagnoses: ['I10', 'I11', 'I12', 'I13', 'I15'] },
    steps: [
      {
        key: 'week-2',
        nameZh: '两周随访（家庭血压、服药依从性、不良反应）',
        nameEn: 'Week 2: blood pressure at home, adherence, side effects',
        mode: 'call',
        questionnaire: { code: 'hypertension-follow-up' },
        window: { fromDay: 10, toDay: 14 },
        lapseAfterDays: 7,
      },
      {
        key: 'lifestyle',
        nameZh: '健康教育（限盐、戒烟限酒、运动、家庭测压方法）',
        nameEn: 'Education: salt, smoking, alcohol, exercise, measuring at home',
        kind: 'education',
        mode: 'message',
        window: { fromDay: 14, toDay: 15 },
        lapseAfterDays: 7,
      },
      {
        key: 'week-4',
        nameZh: '四周随访（血压是否达标、复诊调药）',
        nameEn: 'Week 4: is the target met, adjust at a visit',
        mode: 'call',
        questionnaire: { code: 'hypertension-follow-up' },
        window: { fromDay: 25, toDay: 28 },
        lapseAfterDays: 14,
      },
    ],
    recurrence: {
      key: 'quarter',
      nameZh: '季度随访（血压控制、靶器官损害症状、用药）',
      nameEn: 'Quarterly: control, symptoms of organ damage, medication',
      mode: 'call',
      questionnaire: { code: 'hypertension-follow-up' },
      anchorDays: 0,
      everyMonths: 3,
      opensBeforeDays: 7,
      lapseAfterDays: 30,
    },
  },
};

/** 糖尿病：a week after starting or changing treatment, a month, then every 3 months with HbA1c. */
export const diabetesV1: ShippedProtocol = {
  code: 'diabetes',
  nameZh: '糖尿病随访方案',
  nameEn: 'Diabetes',
  definition: {
    appliesTo: { anchor: 'visit', classes: ['outpatient'], diagnoses: ['E10', 'E11', 'E12', 'E13', 'E14'] },
    steps: [
      {
        key: 'week-1',
        nameZh: '一周随访（空腹与餐后血糖、低血糖症状、用药与注射）',
        nameEn: 'Week 1: glucose, hypoglycaemia, medication and injections',
        mode: 'call',
        questionnaire: { code: 'diabetes-follow-up' },
        window: { fromDay: 5, toDay: 7 },
        lapseAfterDays: 7,
      },
      {
        key: 'foot-care',
        nameZh: '健康教育（饮食与运动、足部护理、低血糖自救）',
        nameEn: 'Education: diet, exercise, foot care, hypoglycaemia',
        kind: 'education',
        mode: 'message',
        window: { fromDay: 7, toDay: 8 },
        lapseAfterDays: 7,
      },
      {
        key: 'week-4',
        nameZh: '四周随访（血糖是否达标、足部与视力）',
        nameEn: 'Week 4: is the target met, feet and sight',
        mode: 'call',
        questionnaire: { code: 'diabetes-follow-up' },
        window: { fromDay: 25, toDay: 28 },
        lapseAfterDays: 14,
      },
    ],
    recurrence: {
      key: 'quarter',
      nameZh: '季度随访（糖化血红蛋白复查、并发症筛查）',
      nameEn: 'Quarterly: HbA1c, screening for complications',
      mode: 'call',
      questionnaire: { code: 'diabetes-follow-up' },
      anchorDays: 0,
      everyMonths: 3,
      opensBeforeDays: 7,
      lapseAfterDays: 30,
    },
  },
};
