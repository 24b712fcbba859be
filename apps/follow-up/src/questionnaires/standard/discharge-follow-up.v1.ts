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
import { APPOINTMENT, choice, flag, group, happened, is, open, redFlag, satisfied } from './wording.js';

/** FU-2: the visits after a discharge. */
export const dischargeFollowUpV1: QuestionnaireDefinition = {
  titleZh: '出院后随访',
  titleEn: 'After discharge',
  descriptionZh: '了解您出院后的恢复、用药和复诊情况，约需 3 分钟。',
  descriptionEn: 'How you recover, the drugs you take and your next visit. About 3 minutes.',
  item: [
    group('recovery', '恢复情况', 'Recovery', [
      choice(
        'course',
        '和出院时相比，您现在感觉怎么样？',
        'How are you, compared with the day you left?',
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
      happened(
        'bleeding',
        '有没有呕血、便血、咯血或其他出血？',
        'Any blood vomited, coughed up, in the stool or elsewhere?',
        {
          required: true,
        },
      ),
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
    group('living', '生活', 'Living', [
      choice('appetite', '胃口怎么样？', 'Appetite?', [
        ['good', '好', 'Good'],
        ['fair', '一般', 'Fair'],
        ['poor', '差', 'Poor'],
      ]),
      choice('mood', '最近两周心情怎么样？', 'Mood in the last two weeks?', [
        ['good', '好', 'Good'],
        ['low', '有时低落', 'Sometimes low'],
        ['very-low', '几乎每天都很低落', 'Very low nearly every day'],
      ]),
      choice(
        'advice',
        '出院时交代的饮食、活动要求做到了吗？',
        'Do you keep to what you were told about diet and activity?',
        [
          ['all', '都做到了', 'All of it'],
          ['some', '做到一部分', 'Some of it'],
          ['none', '没做到', 'None'],
          ['unknown', '不清楚要求', 'Does not know what'],
        ],
      ),
    ]),
    group('next-visit', '复诊', 'Next visit', [
      choice('check-up', '按要求复诊、复查了吗？', 'Have you been back for your check-up?', [
        ['done', '已复诊', 'Yes'],
        ['not-due', '还没到时间', 'Not due yet'],
        ['overdue', '到时间了还没去', 'Overdue'],
      ]),
    ]),
    satisfied('satisfied', '您对这次住院的服务满意吗？', 'How satisfied are you with your stay?'),
    ...CLOSING,
  ],
  flags: [
    redFlag('worse', '病情加重', 'The condition is worse', is('course', 'worse')),
    redFlag('bleeding', '出血', 'Bleeding', is('bleeding')),
    redFlag('consciousness', '意识模糊、晕厥或肢体无力', 'Confusion, fainting or weakness', is('consciousness')),
    ...[CHEST_FLAG, HIGH_FEVER, SEVERE_PAIN],
    flag('dissatisfied', 'dissatisfaction', '患者对住院服务不满意', 'The patient is dissatisfied with the stay', [
      is('satisfied', 'dissatisfied'),
      is('satisfied', 'very-dissatisfied'),
    ]),
    APPOINTMENT,
  ],
};
