import type { TextSet } from '#platform';

/** What editors of questionnaires and those who answer them are told, beside the JSON pointer of the place. */
export const QUESTIONNAIRE_REASONS: NonNullable<TextSet['reasons']> = {
  'link-id-doubled': { 'zh-CN': '编号 {linkId} 重复', en: 'the link id {linkId} stands here twice' },
  'group-empty': { 'zh-CN': '分组中没有任何项目', en: 'a group needs items in it' },
  'group-required': {
    'zh-CN': '分组不能设为必答，请在其中的问题上设置',
    en: 'a group cannot be required: its questions can',
  },
  'items-unwanted': { 'zh-CN': '只有分组可以包含其他项目', en: 'only a group has items in it' },
  'display-required': { 'zh-CN': '说明文字不能设为必答', en: 'a text to display cannot be required' },
  'repeats-unwanted': { 'zh-CN': '只有问题可以有多个答案', en: 'only a question can have several answers' },
  'options-missing': { 'zh-CN': '选择题没有选项', en: 'a choice needs options' },
  'options-unwanted': { 'zh-CN': '只有选择题可以有选项', en: 'only a choice has options' },
  'option-doubled': { 'zh-CN': '选项 {option} 重复', en: 'the option {option} stands here twice' },
  'options-half-scored': { 'zh-CN': '选项要么都有分值，要么都没有', en: 'either all options have points or none has' },
  'range-unwanted': { 'zh-CN': '只有数字题可以限定范围', en: 'only numbers have a range' },
  'range-reversed': {
    'zh-CN': '最小值 {min} 大于最大值 {max}',
    en: 'the least value {min} is above the greatest, {max}',
  },
  'length-unwanted': { 'zh-CN': '只有文本题可以限定长度', en: 'only text has a length' },
  'score-unwanted': { 'zh-CN': '只有数字题可以直接计分', en: 'only numbers count as they are' },
  'nps-range': {
    'zh-CN': '推荐意愿（NPS）必须是 0 到 10 的单个整数',
    en: 'a recommendation (NPS) is one whole number from 0 to 10',
  },
  'pain-score-sum': { 'zh-CN': '疼痛评分必须按总分（sum）计分', en: 'the pain score has to count the sum' },
  'pain-score-question': {
    'zh-CN': '疼痛评分必须有一道必答、始终显示、按数值计分的 0 到 10 整数题',
    en: 'the pain score needs one required whole number from 0 to 10, always asked, that counts as it is',
  },
  'pain-score-other': { 'zh-CN': '疼痛评分中不能有其他计分的题目', en: 'nothing else counts in the pain score' },
  'enable-behavior-missing': {
    'zh-CN': '有多个显示条件时必须说明是全部满足（all）还是任一满足（any）',
    en: 'more than one condition needs to say whether all or any must hold',
  },
  'enable-when-own': { 'zh-CN': '{linkId} 就在此项目之内，不能决定它是否显示', en: '{linkId} is within this item' },
  'enable-when-later': { 'zh-CN': '{linkId} 在此项目之后才问', en: '{linkId} is asked after this item' },
  'enable-when-cycle': {
    'zh-CN': '显示条件互相依赖，形成循环（经由 {linkId}）',
    en: 'the conditions lead back to this item, by way of {linkId}',
  },
  'condition-unknown': { 'zh-CN': '没有编号为 {linkId} 的问题', en: 'there is no question {linkId}' },
  'condition-of-none': {
    'zh-CN': '{linkId} 不是问题，没有答案可比较',
    en: '{linkId} is no question and has no answer',
  },
  'condition-unordered': {
    'zh-CN': '{linkId} 的答案不分大小，只能用 exists、= 或 !=',
    en: 'answers to {linkId} have no order: only exists, = and != are possible',
  },
  'condition-answer': { 'zh-CN': '必须且只能给出 {wanted}', en: 'needs {wanted} and no other answer' },
  'condition-option': { 'zh-CN': '该问题没有选项 {option}', en: 'the question has no option {option}' },
  'condition-confidential': {
    'zh-CN': '{linkId} 是保密问题：只有保密问题的显示条件和红包类（gift）标记可以引用它',
    en: '{linkId} is asked in confidence: only what is confidential itself, and a flag of kind gift, may depend on it',
  },
  'flag-doubled': { 'zh-CN': '标记 {flag} 重复', en: 'the flag {flag} stands here twice' },
  'link-id-unknown': { 'zh-CN': '问卷中没有 {linkId}', en: 'the questionnaire has no {linkId}' },
  'link-id-misplaced': {
    'zh-CN': '{linkId} 不属于这个分组',
    en: '{linkId} belongs to another place of the questionnaire',
  },
  'item-disabled': {
    'zh-CN': '按其他答案，{linkId} 不必回答，不能有答案',
    en: 'by the other answers {linkId} is not asked',
  },
  'answer-unwanted': { 'zh-CN': '{linkId} 不能有这样的内容', en: '{linkId} takes nothing of the kind' },
  'answer-repeated': { 'zh-CN': '{linkId} 只能有一个答案', en: '{linkId} takes one answer only' },
  'answer-required': { 'zh-CN': '{linkId} 必须回答', en: '{linkId} has to be answered' },
  'answer-type': { 'zh-CN': '答案必须且只能是 {wanted}', en: 'the answer has to be {wanted} and nothing else' },
  'amends-another-questionnaire': {
    'zh-CN': '更正必须使用原答复的问卷和版本',
    en: 'a correction answers the same version of the same questionnaire',
  },
  'amends-another-patient': { 'zh-CN': '原答复属于另一位患者', en: 'the response is of another patient' },
  'answered-in-confidence': {
    'zh-CN': '{linkId} 已有保密答复，您无权查看，也不能更正；请不要发送，原答复会保留',
    en: '{linkId} was answered in confidence, which you may not see or correct; leave it out: the answer is kept',
  },
  'option-unknown': { 'zh-CN': '不是 {linkId} 的选项', en: 'is no option of {linkId}' },
};
