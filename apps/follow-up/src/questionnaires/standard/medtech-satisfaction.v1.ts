import type { QuestionnaireDefinition, QuestionnaireItem } from '../questionnaire.rules.js';
import { CLOSING, dissatisfaction } from './satisfaction.js';
import { choice, done, group, is, satisfied } from './wording.js';

const item: QuestionnaireItem[] = [
  choice('place', '您做的是哪一类检查？', 'Where were you examined?', [
    ['laboratory', '检验（抽血、化验）', 'Laboratory'],
    ['radiology', '放射（X 光、CT、磁共振）', 'Radiology'],
    ['ultrasound', '超声', 'Ultrasound'],
    ['ecg', '心电图', 'ECG'],
    ['endoscopy', '内镜', 'Endoscopy'],
    ['pathology', '病理', 'Pathology'],
    ['other', '其他', 'Another'],
  ]),
  group('service', '检查服务', 'Service', [
    satisfied(
      'efficiency',
      '您对检查科室的效率（预约、等候、检查）满意吗？',
      'How satisfied are you with the efficiency?',
    ),
    satisfied('attitude', '您对检查人员的服务态度满意吗？', 'How satisfied are you with the attitude of the staff?'),
  ]),
  group('results', '检查结果', 'Results', [
    choice('lost-results', '有没有发生结果（报告、片子）丢失？', 'Was any result (report or film) lost?', [
      ['no', '没有', 'No', 5],
      ['yes', '有', 'Yes', 1],
    ]),
    done('results-on-time', '结果是否按告知的时间出具？', 'Did you get the results when you were told you would?'),
  ]),
  ...CLOSING,
];

/** FU-10: after an examination. */
export const medtechSatisfactionV1: QuestionnaireDefinition = {
  titleZh: '医技科室满意度调查',
  titleEn: 'Satisfaction with medical technology',
  descriptionZh: '请您评价刚刚做的检查。您的回答只用于改进服务，约需 2 分钟。',
  descriptionEn: 'Tell us about the examination you had. It is used to improve our service. About 2 minutes.',
  scoring: 'mean',
  item,
  flags: dissatisfaction(item, is('lost-results')),
};
