import type { QuestionnaireItem } from '../questionnaire.rules.js';
import {
  atLeast,
  choice,
  decimal,
  happened,
  is,
  open,
  redFlag,
  whole,
  WISHES_APPOINTMENT,
  type Choice,
} from './wording.js';

const TAKES: readonly Choice[] = [
  ['always', '每天按医嘱服用', 'Every day, as told', 3],
  ['mostly', '偶尔漏服', 'Sometimes forgets', 2],
  ['rarely', '经常漏服', 'Often forgets', 1],
  ['stopped', '自行停药', 'Stopped by himself', 0],
  ['none', '没有需要服用的药', 'Has nothing to take', 3],
];

/** How well the patient takes what he was given: 3 points to 0. */
export const adherence = (extra: Partial<QuestionnaireItem> = {}): QuestionnaireItem =>
  choice('adherence', '药物是否按医嘱服用？', 'Are the drugs taken as told?', TAKES, { required: true, ...extra });

export const ADHERENCE_REASON = open(
  'adherence-reason',
  '没有按医嘱用药的原因是什么？',
  'Why are they not taken as told?',
  {
    enableWhen: [is('adherence', 'mostly'), is('adherence', 'rarely'), is('adherence', 'stopped')],
    enableBehavior: 'any',
  },
);

export const FEVER = happened('fever', '有没有发热？', 'Any fever?', { required: true });
export const TEMPERATURE = decimal('temperature', '最高体温（℃）', 'Highest temperature (°C)', [34, 43], {
  enableWhen: [is('fever')],
});
/** From 38.5 °C. */
export const HIGH_FEVER = redFlag('high-fever', '体温 ≥ 38.5℃', 'Fever of 38.5 °C or more', {
  question: 'temperature',
  operator: '>=',
  answerDecimal: 38.5,
});

export const CHEST = happened(
  'chest',
  '有没有胸痛、胸闷或呼吸困难？',
  'Any chest pain, tightness or trouble breathing?',
  {
    required: true,
  },
);
export const CHEST_FLAG = redFlag('chest', '胸痛、胸闷或呼吸困难', 'Chest pain or trouble breathing', is('chest'));

export const PAIN = whole(
  'pain',
  '现在疼痛多少分？（0 不痛 – 10 最痛）',
  'Pain now, from 0 (none) to 10 (worst)',
  [0, 10],
  {
    score: 'value',
  },
);
/** From 7 of 10. */
export const SEVERE_PAIN = redFlag('severe-pain', '疼痛 ≥ 7 分', 'Pain of 7 or more', atLeast('pain', 7));

/** What every call ends with. */
export const CLOSING: QuestionnaireItem[] = [
  open('questions', '您现在最想问医生或护士什么？', 'What would you most like to ask a doctor or nurse?'),
  open(
    'other',
    '还有其他不舒服或想告诉我们的吗？',
    'Is there anything else that troubles you, or that you want to tell us?',
  ),
  WISHES_APPOINTMENT,
];
