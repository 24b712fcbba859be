import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import { adherence, ADHERENCE_REASON, CHEST, CHEST_FLAG, CLOSING } from './clinical.js';
import { APPOINTMENT, atLeast, below, choice, decimal, group, happened, is, redFlag, whole } from './wording.js';

/** Every few weeks for people with high blood pressure; 180/110 mmHg and signs of a stroke are for a doctor at once. */
export const hypertensionFollowUpV1: QuestionnaireDefinition = {
  titleZh: '高血压随访',
  titleEn: 'High blood pressure',
  descriptionZh: '请准备好最近一周在家测量的血压。口角歪斜、肢体无力或言语不清请立即拨打 120。',
  descriptionEn:
    'Have last week’s readings at hand. With a drooping face, weakness or slurred speech call 120 at once.',
  item: [
    group('pressure', '血压', 'Blood pressure', [
      whole('systolic', '最近一次收缩压（高压，mmHg）', 'Last systolic pressure (mmHg)', [50, 300]),
      whole('diastolic', '最近一次舒张压（低压，mmHg）', 'Last diastolic pressure (mmHg)', [20, 200]),
      whole('pulse', '脉搏（次/分）', 'Pulse (a minute)', [20, 250]),
      choice('measures', '多久量一次血压？', 'How often is it measured?', [
        ['daily', '每天', 'Daily'],
        ['weekly', '每周', 'Weekly'],
        ['rarely', '很少', 'Rarely'],
        ['never', '不量', 'Never'],
      ]),
    ]),
    group('symptoms', '症状', 'Symptoms', [
      happened(
        'stroke',
        '有没有口角歪斜、一侧肢体无力或麻木、言语不清？',
        'Any drooping face, weak or numb side, slurred speech?',
        {
          required: true,
        },
      ),
      CHEST,
      happened('headache', '有没有剧烈头痛、呕吐或视物模糊？', 'Any severe headache, vomiting or blurred sight?', {
        required: true,
      }),
      happened('dizziness', '起身时有没有头晕、跌倒？', 'Dizzy or falling when you get up?'),
      happened('oedema', '脚踝有没有水肿？', 'Swollen ankles?'),
      happened('cough', '服药后有没有持续干咳？', 'A dry cough since the drugs?'),
    ]),
    group('drugs', '用药', 'Drugs', [adherence(), ADHERENCE_REASON]),
    group('living', '生活方式', 'Living', [
      choice('salt', '口味咸淡？', 'Salt?', [
        ['light', '清淡', 'Little'],
        ['medium', '一般', 'Medium'],
        ['heavy', '偏咸', 'Much'],
      ]),
      whole('cigarettes', '每天吸烟几支？', 'Cigarettes a day', [0, 100]),
      choice('alcohol', '饮酒吗？', 'Alcohol?', [
        ['none', '不饮', 'None'],
        ['some', '偶尔', 'Sometimes'],
        ['daily', '每天', 'Daily'],
      ]),
      whole('exercise', '每周运动几天（每次 30 分钟以上）？', 'Days a week with 30 minutes of exercise', [0, 7]),
      decimal('weight', '体重（千克）', 'Weight (kg)', [20, 300]),
    ]),
    ...CLOSING,
  ],
  flags: [
    redFlag(
      'crisis',
      '血压 ≥ 180/110 mmHg',
      'Pressure of 180/110 mmHg or more',
      atLeast('systolic', 180),
      atLeast('diastolic', 110),
    ),
    redFlag('low-pressure', '收缩压 < 90 mmHg', 'Systolic pressure below 90 mmHg', below('systolic', 90)),
    redFlag('stroke', '疑似脑卒中', 'A stroke is possible', is('stroke')),
    redFlag('headache', '剧烈头痛、呕吐或视物模糊', 'Severe headache, vomiting or blurred sight', is('headache')),
    ...[CHEST_FLAG, APPOINTMENT],
  ],
};
