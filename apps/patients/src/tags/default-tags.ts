import { DISEASES } from './disease-tags.js';
import type { TagDimension, TagRule } from './tag.rules.js';

/** A tag as the hospital starts with it. */
export interface DefaultTag {
  code: string;
  dimension: TagDimension;
  zh: string;
  en: string;
  rule: TagRule | null;
}

type Line = [code: string, zh: string, en: string, rule?: TagRule];

const aged = (from: number, to: number | null): TagRule => ({ kind: 'age', from, to });
const visits = (from: number, to: number | null): TagRule => ({ kind: 'visits', from, to });

const AGES: Line[] = [
  ['infant', '婴儿（不满1岁）', 'Infant, below 1', aged(0, 0)],
  ['toddler', '幼儿（1–2岁）', 'Toddler, 1–2', aged(1, 2)],
  ['preschool', '学龄前（3–5岁）', 'Preschool, 3–5', aged(3, 5)],
  ['child', '儿童（6–11岁）', 'Child, 6–11', aged(6, 11)],
  ['teenager', '少年（12–17岁）', 'Teenager, 12–17', aged(12, 17)],
  ['18-24', '18–24岁', '18–24', aged(18, 24)],
  ['25-34', '25–34岁', '25–34', aged(25, 34)],
  ['35-44', '35–44岁', '35–44', aged(35, 44)],
  ['45-54', '45–54岁', '45–54', aged(45, 54)],
  ['55-59', '55–59岁', '55–59', aged(55, 59)],
  ['60-69', '60–69岁', '60–69', aged(60, 69)],
  ['70-79', '70–79岁', '70–79', aged(70, 79)],
  ['80-89', '80–89岁', '80–89', aged(80, 89)],
  ['90-plus', '90岁及以上', '90 and above', aged(90, null)],
];

const SPENDING: Line[] = [
  ['no-visit', '尚未就诊', 'No visit yet', visits(0, 0)],
  ['first-visit', '就诊1次', 'One visit', visits(1, 1)],
  ['returning', '就诊2–4次', '2–4 visits', visits(2, 4)],
  ['regular', '就诊5–9次', '5–9 visits', visits(5, 9)],
  ['frequent', '就诊10次及以上', '10 visits and more', visits(10, null)],
  ['high', '消费能力高', 'Spends much'],
  ['medium', '消费能力中等', 'Spends moderately'],
  ['low', '消费能力低', 'Spends little'],
  ['commercial-insurance', '有商业保险', 'Has private insurance'],
  ['churned', '流失', 'Churned', { kind: 'stage', is: 'churned' }],
];

const DISTANCES: Line[] = [
  ['same-district', '本区', 'Same district', { kind: 'nearness', is: 'district' }],
  ['same-city', '本市他区', 'Same city, another district', { kind: 'nearness', is: 'city' }],
  ['same-province', '本省他市', 'Same province, another city', { kind: 'nearness', is: 'province' }],
  ['other-province', '外省', 'Another province', { kind: 'nearness', is: 'elsewhere' }],
  ['walking', '步行可达', 'Within walking distance'],
  ['within-5-km', '5公里内', 'Within 5 km'],
  ['5-to-20-km', '5–20公里', '5–20 km'],
  ['beyond-20-km', '20公里以上', 'Beyond 20 km'],
  ['abroad', '境外', 'Abroad'],
  ['needs-transport', '需接送', 'Needs transport'],
];

const PRICES: Line[] = [
  ['indifferent', '不在意价格', 'Indifferent to price'],
  ['quality-first', '重质量', 'Quality first'],
  ['value-seeking', '重性价比', 'Seeks value'],
  ['compares', '货比三家', 'Compares offers'],
  ['discount-seeking', '偏好优惠', 'Looks for discounts'],
  ['package-buyer', '偏好套餐', 'Prefers packages'],
  ['insured-only', '只做医保项目', 'Only what insurance pays'],
  ['instalments', '希望分期', 'Wants instalments'],
  ['asks-first', '先问价', 'Asks the price first'],
  ['very-sensitive', '非常敏感', 'Very sensitive to price'],
];

const EMOTIONS: Line[] = [
  ['calm', '平和', 'Calm'],
  ['cheerful', '开朗', 'Cheerful'],
  ['grateful', '感恩', 'Grateful'],
  ['anxious', '焦虑', 'Anxious'],
  ['fearful', '恐惧', 'Fearful'],
  ['low', '低落', 'In low spirits'],
  ['irritable', '易怒', 'Irritable'],
  ['suspicious', '多疑', 'Suspicious'],
  ['hesitant', '犹豫', 'Hesitant'],
  ['decisive', '果断', 'Decisive'],
  ['reticent', '寡言', 'Reticent'],
  ['talkative', '健谈', 'Talkative'],
  ['dependent', '依赖', 'Dependent on others'],
  ['demanding', '要求高', 'Demanding'],
  ['complaint-prone', '易投诉', 'Complains easily'],
  ['lonely', '孤独', 'Lonely'],
];

const ruled = (dimension: TagDimension, lines: Line[]): DefaultTag[] =>
  lines.map(([code, zh, en, rule = null]) => ({ code: `${dimension}.${code}`, dimension, zh, en, rule }));

/** PT-4 ⚙: six dimensions, 120 tags. Administrators add, rename and retire. */
export const DEFAULT_TAGS: DefaultTag[] = [
  ...ruled(
    'disease',
    DISEASES.map(([code, zh, en, prefixes]) => [code, zh, en, { kind: 'diagnosis', prefixes: prefixes.split(' ') }]),
  ),
  ...ruled('age', AGES),
  ...ruled('spending', SPENDING),
  ...ruled('distance', DISTANCES),
  ...ruled('price-sensitivity', PRICES),
  ...ruled('emotion', EMOTIONS),
];
