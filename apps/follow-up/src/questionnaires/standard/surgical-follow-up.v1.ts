import type { QuestionnaireDefinition } from '../questionnaire.rules.js';
import {
  adherence,
  ADHERENCE_REASON,
  CHEST,
  CHEST_FLAG,
  CLOSING,
  FEVER,
  HIGH_FEVER,
  PAIN,
  SEVERE_PAIN,
  TEMPERATURE,
} from './clinical.js';
import { APPOINTMENT, choice, group, happened, is, redFlag } from './wording.js';

/** FU-3: 48 hours, 7, 30 and 90 days after an operation. */
export const surgicalFollowUpV1: QuestionnaireDefinition = {
  titleZh: '手术后随访',
  titleEn: 'After an operation',
  descriptionZh: '了解伤口、疼痛、活动和用药情况。如有大出血、晕厥或呼吸困难，请立即就医或拨打 120。',
  descriptionEn: 'About wound, pain, activity and drugs. With heavy bleeding, fainting or trouble breathing call 120.',
  item: [
    group('wound-state', '伤口', 'The wound', [
      choice(
        'wound',
        '伤口现在怎么样？',
        'How is the wound?',
        [
          ['healing', '干燥、愈合良好', 'Dry and healing'],
          ['redness', '轻度红肿', 'Slightly red or swollen'],
          ['oozing', '渗血或渗液', 'Oozing'],
          ['pus', '流脓或有异味', 'Pus or a bad smell'],
          ['open', '裂开', 'Open'],
        ],
        { required: true },
      ),
      happened('bleeding', '伤口或引流处有没有大量出血？', 'Any heavy bleeding from wound or drain?', {
        required: true,
      }),
      choice('stitches', '缝线或引流管处理了吗？', 'Stitches and drains?', [
        ['none', '没有需要处理的', 'Nothing to remove'],
        ['removed', '已拆线、拔管', 'Removed'],
        ['waiting', '还没到时间', 'Not due yet'],
        ['overdue', '到时间了还没处理', 'Overdue'],
      ]),
    ]),
    group('body', '身体情况', 'How you are', [
      PAIN,
      FEVER,
      TEMPERATURE,
      CHEST,
      happened('calf', '小腿有没有肿胀、疼痛或发红？', 'Is a calf swollen, painful or red?', { required: true }),
      happened('vomiting', '有没有反复呕吐或不能进食？', 'Vomiting again and again, or unable to eat?', {
        required: true,
      }),
      happened('no-urine', '有没有排尿困难或无尿？', 'Trouble passing water, or none?', { required: true }),
      choice('bowels', '排便或排气正常吗？', 'Bowels?', [
        ['normal', '正常', 'Normal'],
        ['constipated', '便秘', 'Constipated'],
        ['diarrhoea', '腹泻', 'Diarrhoea'],
        ['none', '没有排便和排气', 'Neither stool nor wind'],
      ]),
      choice('sleep', '睡眠怎么样？', 'Sleep?', [
        ['good', '好', 'Good'],
        ['fair', '一般', 'Fair'],
        ['poor', '差', 'Poor'],
      ]),
    ]),
    group('living', '活动与用药', 'Activity and drugs', [
      choice('activity', '能不能按要求下床活动、做康复锻炼？', 'Can you get up and exercise as told?', [
        ['as-told', '能按要求做', 'As told'],
        ['some', '做一些', 'Some of it'],
        ['none', '基本没做', 'Hardly'],
      ]),
      adherence(),
      ADHERENCE_REASON,
      happened(
        'side-effects',
        '用药后有没有不舒服（皮疹、恶心、牙龈出血等）？',
        'Any ill effect of the drugs (rash, nausea, bleeding gums)?',
      ),
    ]),
    ...CLOSING,
  ],
  flags: [
    redFlag(
      'wound-infected',
      '伤口流脓或裂开',
      'The wound is open or infected',
      is('wound', 'pus'),
      is('wound', 'open'),
    ),
    redFlag('bleeding', '大量出血', 'Heavy bleeding', is('bleeding')),
    redFlag('thrombosis', '疑似下肢深静脉血栓', 'A thrombosis is possible', is('calf')),
    redFlag('vomiting', '反复呕吐、不能进食', 'Vomiting, unable to eat', is('vomiting')),
    redFlag('bowels', '没有排便和排气', 'Neither stool nor wind', is('bowels', 'none')),
    redFlag('no-urine', '排尿困难或无尿', 'Trouble passing water', is('no-urine')),
    ...[CHEST_FLAG, HIGH_FEVER, SEVERE_PAIN, APPOINTMENT],
  ],
};
