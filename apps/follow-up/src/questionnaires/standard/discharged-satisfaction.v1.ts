import type { QuestionnaireDefinition, QuestionnaireItem } from '../questionnaire.rules.js';
import { CLOSING, dissatisfaction, GIFT_TAKEN, INTEGRITY } from './satisfaction.js';
import { done, group, satisfied } from './wording.js';

const item: QuestionnaireItem[] = [
  group('stay', '住院期间', 'During your stay', [
    satisfied('result', '您对治疗效果满意吗？', 'How satisfied are you with the result of your treatment?'),
    satisfied('doctors', '您对医生的技术和态度满意吗？', 'How satisfied are you with the doctors’ skill and attitude?'),
    satisfied('nurses', '您对护士的技术和态度满意吗？', 'How satisfied are you with the nurses’ skill and attitude?'),
    satisfied('care-workers', '您对护工的服务满意吗？', 'How satisfied are you with the care workers?'),
    satisfied('surroundings', '您对病房环境和卫生满意吗？', 'How satisfied are you with the ward and its cleanliness?'),
    satisfied('meals', '您对住院膳食满意吗？', 'How satisfied are you with the meals?'),
    satisfied(
      'costs',
      '您对费用的合理性和明细的清楚程度满意吗？',
      'How satisfied are you with the costs and how they were itemised?',
    ),
  ]),
  group('leaving', '出院', 'When you left', [
    done(
      'discharge-advice',
      '出院时是否向您说明饮食、活动和注意事项？',
      'Were diet, activity and what to watch for explained?',
    ),
    done('discharge-drugs', '是否向您说明出院带药的用法？', 'Was it explained how to take the drugs you were given?'),
    done('next-visit', '是否告知您复诊的时间和方式？', 'Were you told when and how to come back?'),
    done('whom-to-call', '是否告知您出院后有问题找谁？', 'Were you told whom to call with questions?'),
    satisfied('settlement', '您对出院结算的效率满意吗？', 'How satisfied are you with the settlement of the bill?'),
  ]),
  INTEGRITY,
  ...CLOSING,
];

/** FU-10: by phone, letter or the link on the settlement sheet 出院结算单. */
export const dischargedSatisfactionV1: QuestionnaireDefinition = {
  titleZh: '出院患者满意度调查',
  titleEn: 'Satisfaction after discharge',
  descriptionZh: '祝您早日康复。您的回答只用于改进服务，约需 4 分钟。',
  descriptionEn: 'We wish you a good recovery. What you answer is used to improve our service. About 4 minutes.',
  scoring: 'mean',
  item,
  flags: [...dissatisfaction(item), GIFT_TAKEN],
};
