import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import { CHEST, CHEST_FLAG, CLOSING, FEVER, HIGH_FEVER, PAIN, SEVERE_PAIN, TEMPERATURE } from './clinical.js';
import { APPOINTMENT, choice, decimal, group, happened, is, open, redFlag, whole } from './wording.js';

/** Days 3, 7, 14, 28 and 42 after a birth: the mother, her mood, and the child. */
export const childbirthFollowUpV1: QuestionnaireDefinition = {
  titleZh: '产后随访',
  titleEn: 'After childbirth',
  descriptionZh: '恭喜您！我们想了解您和宝宝的情况。大量出血、抽搐或宝宝反应差请立即就医或拨打 120。',
  descriptionEn:
    'Congratulations! How are you and your baby? With heavy bleeding, fits or a listless baby call 120 at once.',
  item: [
    group('mother', '妈妈', 'The mother', [
      choice('delivery', '分娩方式', 'Birth', [
        ['vaginal', '顺产', 'Vaginal'],
        ['assisted', '助产', 'Assisted'],
        ['caesarean', '剖宫产', 'Caesarean'],
      ]),
      choice(
        'lochia',
        '恶露怎么样？',
        'Lochia?',
        [
          ['normal', '逐渐减少', 'Becoming less'],
          ['heavy', '一小时浸透一片卫生巾或有大血块', 'A pad soaked within an hour, or large clots'],
          ['smelly', '有臭味', 'Smelling bad'],
          ['none', '没有', 'None'],
        ],
        { required: true },
      ),
      choice(
        'wound',
        '会阴或腹部伤口怎么样？',
        'The wound?',
        [
          ['none', '没有伤口', 'None'],
          ['healing', '愈合良好', 'Healing'],
          ['redness', '红肿疼痛', 'Red and sore'],
          ['pus', '流脓或裂开', 'Open, or pus'],
        ],
        { required: true },
      ),
      FEVER,
      TEMPERATURE,
      PAIN,
      CHEST,
      happened(
        'headache',
        '有没有持续头痛、眼花或上腹痛？',
        'Lasting headache, flickering sight or pain below the ribs?',
        {
          required: true,
        },
      ),
      happened('calf', '小腿有没有肿胀、疼痛或发红？', 'Is a calf swollen, painful or red?', { required: true }),
      happened('urine', '有没有排尿困难、尿痛或漏尿？', 'Trouble or pain passing water, or leaking?'),
      choice('breasts', '乳房怎么样？', 'Breasts?', [
        ['fine', '正常', 'Fine'],
        ['engorged', '胀痛', 'Engorged'],
        ['red', '红肿硬块', 'Red and hard'],
        ['cracked', '乳头皲裂', 'Cracked nipples'],
      ]),
    ]),
    group('mood', '心情', 'Mood', [
      choice(
        'low',
        '过去两周，您是否常常情绪低落、做事提不起兴趣？',
        'In the last two weeks, often low or without interest?',
        [
          ['no', '没有', 'No'],
          ['some-days', '有几天', 'Some days'],
          ['most-days', '一半以上的日子', 'More than half of the days'],
          ['every-day', '几乎每天', 'Nearly every day'],
        ],
      ),
      choice(
        'self-harm',
        '您有没有过伤害自己或宝宝的念头？',
        'Have you thought of harming yourself or the baby?',
        [
          ['never', '从来没有', 'Never'],
          ['sometimes', '偶尔', 'Sometimes'],
          ['often', '经常', 'Often'],
        ],
        { required: true },
      ),
      choice('support', '家里有人帮您照顾宝宝吗？', 'Does somebody help you with the baby?', [
        ['enough', '帮助足够', 'Enough'],
        ['little', '不太够', 'Not enough'],
        ['none', '没有', 'Nobody'],
      ]),
    ]),
    group('baby', '宝宝', 'The baby', [
      choice(
        'feeding',
        '宝宝怎么喂养？',
        'How is the baby fed?',
        [
          ['breast', '纯母乳', 'Breast only'],
          ['mixed', '混合喂养', 'Both'],
          ['formula', '配方奶', 'Formula'],
        ],
        { required: true },
      ),
      whole('feeds', '24 小时喂几次？', 'Feeds in 24 hours', [0, 40]),
      whole('wet-nappies', '24 小时湿尿布几片？', 'Wet nappies in 24 hours', [0, 40]),
      choice('baby-state', '宝宝精神怎么样？', 'How is the baby?', [
        ['lively', '好', 'Lively'],
        ['sleepy', '比平时嗜睡', 'Sleepier than usual'],
        ['listless', '反应差、不吃奶', 'Listless, does not drink'],
      ]),
      happened('baby-fever', '宝宝有没有发热（≥ 37.5℃）？', 'Has the baby a fever (37.5 °C or more)?', {
        required: true,
      }),
      choice(
        'jaundice',
        '宝宝皮肤黄吗？',
        'Is the baby’s skin yellow?',
        [
          ['none', '不黄', 'No'],
          ['face', '仅面部', 'The face only'],
          ['body', '躯干', 'The body'],
          ['limbs', '手脚心也黄或越来越黄', 'Hands and feet too, or more each day'],
        ],
        { required: true },
      ),
      choice('cord', '脐带怎么样？', 'The navel?', [
        ['fallen', '已脱落、干燥', 'Fallen off and dry'],
        ['dry', '未脱落、干燥', 'Still there, dry'],
        ['infected', '红肿、流脓或出血', 'Red, pus or blood'],
      ]),
      decimal('baby-weight', '宝宝体重（千克）', 'The baby’s weight (kg)', [0.5, 15]),
      choice('vaccines', '卡介苗、乙肝疫苗按时接种了吗？', 'Vaccinated in time (BCG, hepatitis B)?', [
        ['yes', '是', 'Yes'],
        ['not-due', '还没到时间', 'Not due yet'],
        ['no', '没有', 'No'],
      ]),
    ]),
    open('baby-questions', '照顾宝宝有什么困难？', 'What is difficult in looking after the baby?'),
    ...CLOSING,
  ],
  flags: [
    redFlag('bleeding', '产后大量出血', 'Heavy bleeding after birth', is('lochia', 'heavy')),
    redFlag(
      'infection',
      '产褥感染可能',
      'A puerperal infection is possible',
      is('lochia', 'smelly'),
      is('wound', 'pus'),
    ),
    redFlag('eclampsia', '疑似产后子痫前期', 'A pre-eclampsia is possible', is('headache')),
    redFlag('thrombosis', '疑似下肢深静脉血栓', 'A thrombosis is possible', is('calf')),
    redFlag(
      'self-harm',
      '有伤害自己或宝宝的念头',
      'Thoughts of harming herself or the baby',
      ...[is('self-harm', 'sometimes'), is('self-harm', 'often')],
    ),
    redFlag(
      'baby-ill',
      '新生儿发热或反应差',
      'The baby has a fever or is listless',
      is('baby-fever'),
      is('baby-state', 'listless'),
    ),
    redFlag('jaundice', '新生儿黄疸加重', 'The baby’s jaundice gets worse', is('jaundice', 'limbs')),
    redFlag('cord', '脐部感染可能', 'The navel may be infected', is('cord', 'infected')),
    ...[CHEST_FLAG, HIGH_FEVER, SEVERE_PAIN, APPOINTMENT],
  ],
};
