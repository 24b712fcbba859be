import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import { open, satisfied } from './wording.js';

/**
 * CP-4: asked when a complaint is closed. It raises no flag: who is dissatisfied gets the complaint taken up again, not a
 * second one.
 */
export const complaintCallV1: QuestionnaireDefinition = {
  titleZh: '投诉处理回访',
  titleEn: 'Call after a complaint',
  descriptionZh: '您反映的问题已处理完毕，想听听您对处理结果的意见。',
  descriptionEn: 'What you told us of has been dealt with. We would like to hear what you think of the result.',
  scoring: 'mean',
  item: [
    satisfied('overall', '您对投诉的处理结果满意吗？', 'How satisfied are you with how your complaint was settled?', {
      required: true,
    }),
    satisfied('speed', '您对处理的速度满意吗？', 'How satisfied are you with how fast it was settled?'),
    satisfied('attitude', '您对处理人员的态度满意吗？', 'How satisfied are you with those who dealt with it?'),
    open('open', '还有什么没有解决，或希望我们怎么做？', 'What is still open, or what do you want us to do?'),
  ],
};
