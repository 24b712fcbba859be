import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import {
  adherence,
  ADHERENCE_REASON,
  CHEST,
  CHEST_FLAG,
  CLOSING,
  FEVER,
  HIGH_FEVER,
  PAIN,
  SEVERE_PAIN,
  TEMPERATURE,
} from './clinical.js';
import { APPOINTMENT, choice, group, happened, is, open, redFlag } from './wording.js';

/** FU-11: the call to a key patient 重点患者 after an outpatient visit. */
export const outpatientFollowUpV1: QuestionnaireDefinition = {
  titleZh: '门诊就诊后随访',
  titleEn: 'After an outpatient visit',
  descriptionZh: '了解您就诊后的症状、用药和复诊安排，约需 2 分钟。',
  descriptionEn: 'Your symptoms, drugs and next visit since you came. About 2 minutes.',
  item: [
    group('symptoms', '症状', 'Symptoms', [
      choice(
        'course',
        '和就诊时相比，您现在感觉怎么样？',
        'How are you, compared with the day of your visit?',
        [
          ['well', '已经好了', 'Well again'],
          ['better', '好转', 'Better'],
          ['same', '没有变化', 'The same'],
          ['worse', '加重', 'Worse'],
        ],
        { required: true },
      ),
      open('worse-how', '哪里加重了？', 'What is worse?', { enableWhen: [is('course', 'worse')] }),
      FEVER,
      TEMPERATURE,
      CHEST,
      happened('consciousness', '有没有意识模糊、晕厥或肢体突然无力？', 'Any confusion, fainting or sudden weakness?', {
        required: true,
      }),
      PAIN,
    ]),
    group('drugs', '用药', 'Drugs', [
      adherence(),
      ADHERENCE_REASON,
      happened('side-effects', '用药后有没有不舒服？', 'Any ill effect of the drugs?'),
      open('side-effects-which', '是什么样的不舒服？', 'Which?', { enableWhen: [is('side-effects')] }),
    ]),
    group('next-visit', '复诊', 'Next visit', [
      choice('check-up', '按要求复诊、复查了吗？', 'Have you been back for your check-up?', [
        ['done', '已复诊', 'Yes'],
        ['not-due', '还没到时间', 'Not due yet'],
        ['overdue', '到时间了还没去', 'Overdue'],
      ]),
    ]),
    ...CLOSING,
  ],
  flags: [
    redFlag('worse', '病情加重', 'The condition is worse', is('course', 'worse')),
    redFlag('consciousness', '意识模糊、晕厥或肢体无力', 'Confusion, fainting or weakness', is('consciousness')),
    ...[CHEST_FLAG, HIGH_FEVER, SEVERE_PAIN, APPOINTMENT],
  ],
};
