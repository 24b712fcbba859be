import type { Condition, QuestionnaireDefinition } from '../questionnaire.rules.js';
import { adherence, ADHERENCE_REASON, CLOSING } from './clinical.js';
import { APPOINTMENT, choice, decimal, group, happened, is, redFlag, whole } from './wording.js';

const glucose = (question: string, operator: '<' | '>=', answerDecimal: number): Condition => ({
  ...{ question, operator, answerDecimal },
});

/** For people with diabetes; glucose below 3.0 or from 16.7 mmol/L and open feet are for a doctor at once. */
export const diabetesFollowUpV1: QuestionnaireDefinition = {
  titleZh: '糖尿病随访',
  titleEn: 'Diabetes',
  descriptionZh: '请准备好最近的血糖记录。心慌、手抖、出汗时请先测血糖并补充糖分。',
  descriptionEn: 'Have your last readings at hand. When you tremble or sweat, measure and take sugar first.',
  item: [
    group('glucose', '血糖', 'Glucose', [
      decimal('fasting', '最近一次空腹血糖（mmol/L）', 'Last fasting glucose (mmol/L)', [0.5, 60]),
      decimal(
        'after-meal',
        '最近一次餐后 2 小时血糖（mmol/L）',
        'Last glucose two hours after a meal (mmol/L)',
        [0.5, 60],
      ),
      decimal('hba1c', '最近一次糖化血红蛋白（%）', 'Last HbA1c (%)', [3, 20]),
      whole('hypos', '最近一个月低血糖几次？', 'Hypoglycaemias in the last month', [0, 100], { required: true }),
      happened('severe-hypo', '有没有需要别人帮助的严重低血糖？', 'Any for which you needed somebody’s help?', {
        required: true,
        enableWhen: [{ question: 'hypos', operator: '>', answerInteger: 0 }],
      }),
    ]),
    group('symptoms', '症状', 'Symptoms', [
      happened(
        'ketosis',
        '有没有明显口渴、恶心呕吐、呼吸深快或嗜睡？',
        'Great thirst, vomiting, deep breathing or drowsiness?',
        {
          required: true,
        },
      ),
      choice(
        'feet',
        '双脚情况怎么样？',
        'Your feet?',
        [
          ['fine', '正常', 'Fine'],
          ['numb', '麻木或刺痛', 'Numb or tingling'],
          ['ulcer', '破溃、水疱或发黑', 'Open, blistered or black'],
        ],
        { required: true },
      ),
      happened('sight', '视力有没有突然下降？', 'Has your sight become worse suddenly?', { required: true }),
      happened('thirst', '最近有没有多饮、多尿、消瘦？', 'Lately much thirst, much urine, loss of weight?'),
    ]),
    group('drugs', '用药', 'Drugs', [
      choice(
        'treatment',
        '目前用什么治疗？',
        'How are you treated?',
        [
          ['diet', '饮食运动', 'Diet and exercise'],
          ['tablets', '口服药', 'Tablets'],
          ['insulin', '胰岛素', 'Insulin'],
          ['other-injection', '其他针剂', 'Another injection'],
        ],
        { repeats: true },
      ),
      adherence(),
      ADHERENCE_REASON,
      happened('lumps', '注射部位有没有硬结？', 'Any lumps where you inject?', {
        enableWhen: [is('treatment', 'insulin'), is('treatment', 'other-injection')],
        enableBehavior: 'any',
      }),
    ]),
    group('living', '生活方式', 'Living', [
      choice('diet', '饮食控制得怎么样？', 'Do you keep to your diet?', [
        ['well', '好', 'Well'],
        ['some', '一般', 'Somewhat'],
        ['badly', '没控制', 'No'],
      ]),
      whole('exercise', '每周运动几天（每次 30 分钟以上）？', 'Days a week with 30 minutes of exercise', [0, 7]),
      whole('measures', '每周测几次血糖？', 'Glucose measurements a week', [0, 70]),
      decimal('weight', '体重（千克）', 'Weight (kg)', [20, 300]),
      choice('yearly-check', '过去一年查过眼底、尿蛋白和足部吗？', 'Eyes, urine and feet examined in the last year?', [
        ['all', '都查过', 'All'],
        ['some', '查过一部分', 'Some'],
        ['none', '没查过', 'None'],
      ]),
    ]),
    ...CLOSING,
  ],
  flags: [
    redFlag(
      'hypoglycaemia',
      '血糖 < 3.0 mmol/L 或严重低血糖',
      'Glucose below 3.0 mmol/L, or a severe hypoglycaemia',
      ...[glucose('fasting', '<', 3), glucose('after-meal', '<', 3), is('severe-hypo')],
    ),
    redFlag(
      'hyperglycaemia',
      '血糖 ≥ 16.7 mmol/L',
      'Glucose of 16.7 mmol/L or more',
      ...[glucose('fasting', '>=', 16.7), glucose('after-meal', '>=', 16.7)],
    ),
    redFlag('ketosis', '疑似酮症酸中毒', 'A ketoacidosis is possible', is('ketosis')),
    redFlag('foot-ulcer', '足部破溃或坏疽', 'An open or black foot', is('feet', 'ulcer')),
    redFlag('sight', '视力突然下降', 'Sudden loss of sight', is('sight')),
    APPOINTMENT,
  ],
};
