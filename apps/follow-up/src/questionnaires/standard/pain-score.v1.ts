import type { QuestionnaireDefinition } from '../questionnaire.rules.js';

/** Asked six hours after an operation (FU-3); who hurts by 4 or more is called at once (FU-4). */
export const painScoreV1: QuestionnaireDefinition = {
  titleZh: '疼痛评分',
  titleEn: 'Pain score',
  descriptionZh: '请选择最符合您此刻疼痛程度的数字：0 表示完全不痛，10 表示能想象的最剧烈的疼痛。',
  descriptionEn: 'Choose the number that fits your pain now: 0 is no pain at all, 10 the worst you can imagine.',
  scoring: 'sum',
  item: [
    {
      linkId: 'pain',
      text: '您现在有多痛？（0–10 分）',
      textEn: 'How much does it hurt now? (0–10)',
      type: 'integer',
      required: true,
      minValue: 0,
      maxValue: 10,
      score: 'value',
    },
  ],
};
