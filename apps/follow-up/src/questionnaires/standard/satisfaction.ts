import type { FlagRule, QuestionnaireItem } from '../questionnaire.rules.js';
import {
  APPOINTMENT,
  choice,
  flag,
  group,
  is,
  open,
  satisfied,
  whole,
  WISHES_APPOINTMENT,
  type Choice,
} from './wording.js';

const GIFTS: readonly Choice[] = [
  ['no', '没有', 'No'],
  ['red-packet', '收受红包（现金）', 'Took cash (a red packet)'],
  ['banquet', '接受宴请', 'Let themselves be invited to a banquet'],
  ['other', '其他财物', 'Took something else'],
];
const TAKEN = GIFTS.filter(([code]) => code !== 'no').map(([code]) => is('gifts', code));

/** Asked in confidence: only those who look into it read the answers. */
export const INTEGRITY = group(
  'integrity',
  '廉洁行医（您的回答将严格保密）',
  'Integrity (what you answer stays confidential)',
  [
    choice(
      'gifts',
      '医务人员有没有收受您或家属的红包、宴请或其他财物？',
      'Did any member of staff take cash, a banquet or anything else from you or your family?',
      GIFTS,
      { repeats: true },
    ),
    open('gifts-detail', '如方便，请说明经过（谁、何时、什么）', 'If you like, tell us who, when and what', {
      enableWhen: TAKEN,
      enableBehavior: 'any',
    }),
  ],
  { confidential: true },
);

export const GIFT_TAKEN = flag('gifts', 'gift', '患者反映收受红包或宴请', 'A gift or banquet was taken', TAKEN);

/** What every survey ends with: the whole of it, whether one would recommend us, and what could be better. */
export const CLOSING: QuestionnaireItem[] = [
  satisfied('overall', '总体而言，您对我院的服务满意吗？', 'All in all, how satisfied are you with us?', {
    required: true,
  }),
  whole(
    'recommend',
    '您有多大可能向亲友推荐我院？（0 = 完全不会，10 = 一定会）',
    'How likely are you to recommend us to family or friends? (0 = not at all, 10 = certainly)',
    [0, 10],
    { score: 'nps' },
  ),
  open(
    'best',
    '您最满意的是什么？可以写下您想表扬的人或事。',
    'What were you most satisfied with? Whom would you praise?',
  ),
  open('worst', '您最不满意的是什么？', 'What were you least satisfied with?'),
  open('suggestion', '您对我们有什么意见和建议？', 'What do you suggest to us?'),
  WISHES_APPOINTMENT,
];

/** Whoever is not satisfied with anything is called about it (FU-9). */
export function dissatisfaction(items: readonly QuestionnaireItem[], ...also: FlagRule['when']): FlagRule[] {
  const asked = items.flatMap((item) => [item, ...(item.item ?? [])]);
  const judged = asked.filter(({ answerOption }) =>
    answerOption?.some(({ valueCoding }) => valueCoding.code === 'very-dissatisfied'),
  );
  const when = judged.flatMap(({ linkId }) => [is(linkId, 'dissatisfied'), is(linkId, 'very-dissatisfied')]);
  return [
    flag('dissatisfied', 'dissatisfaction', '患者不满意', 'The patient is dissatisfied', [...when, ...also]),
    APPOINTMENT,
  ];
}
