import type { QuestionnaireDefinition, QuestionnaireItem } from '../questionnaire.rules.js';
import { CLOSING, dissatisfaction } from './satisfaction.js';
import { choice, group, satisfied, type Choice } from './wording.js';

const KEPT: readonly Choice[] = [
  ['no', '没有', 'No', 5],
  ['yes', '有', 'Yes', 1],
];

const item: QuestionnaireItem[] = [
  group('guides', '导诊服务', 'Guides', [
    satisfied('guide-efficiency', '您对导诊人员的效率满意吗？', 'How satisfied are you with the guides’ efficiency?'),
    satisfied('guide-attitude', '您对导诊人员的态度满意吗？', 'How satisfied are you with the guides’ attitude?'),
  ]),
  group('doctors', '就诊', 'Your visit', [
    satisfied(
      'explanations',
      '您对医务人员的解释说明满意吗？',
      'How satisfied are you with what was explained to you?',
    ),
    satisfied('skill', '您对医务人员的技术水平满意吗？', 'How satisfied are you with the skill of the staff?'),
    satisfied('attitude', '您对医务人员的服务态度满意吗？', 'How satisfied are you with the attitude of the staff?'),
    choice('doctor-late', '医生有没有迟到？', 'Was the doctor late?', KEPT),
    choice('doctor-left-early', '医生有没有早退？', 'Did the doctor leave early?', KEPT),
  ]),
  group('process', '流程与标识', 'Process and signs', [
    satisfied('visit-process', '您对就诊流程满意吗？', 'How satisfied are you with the way a visit goes?'),
    satisfied('signs', '您对院内标识和指引满意吗？', 'How satisfied are you with the signs that show the way?'),
  ]),
  group('counters', '挂号与收费', 'Registration and cashier', [
    satisfied(
      'registration-efficiency',
      '您对挂号的效率满意吗？',
      'How satisfied are you with the efficiency of registration?',
    ),
    satisfied(
      'registration-attitude',
      '您对挂号人员的态度满意吗？',
      'How satisfied are you with the attitude at registration?',
    ),
    satisfied(
      'cashier-efficiency',
      '您对收费的效率满意吗？',
      'How satisfied are you with the efficiency of the cashier?',
    ),
    satisfied(
      'cashier-attitude',
      '您对收费人员的态度满意吗？',
      'How satisfied are you with the attitude of the cashier?',
    ),
  ]),
  ...CLOSING,
];

/** FU-10: after a visit to the outpatient department. */
export const outpatientSatisfactionV1: QuestionnaireDefinition = {
  titleZh: '门诊患者满意度调查',
  titleEn: 'Satisfaction of outpatients',
  descriptionZh: '感谢您来我院就诊。您的回答只用于改进服务，约需 3 分钟。',
  descriptionEn: 'Thank you for your visit. What you answer is used to improve our service. About 3 minutes.',
  scoring: 'mean',
  item,
  flags: dissatisfaction(item),
};
