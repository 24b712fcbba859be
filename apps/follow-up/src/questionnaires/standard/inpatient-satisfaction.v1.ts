import type { QuestionnaireDefinition, QuestionnaireItem } from '../questionnaire.rules.js';
import { CLOSING, dissatisfaction, GIFT_TAKEN, INTEGRITY } from './satisfaction.js';
import { done, group, satisfied } from './wording.js';

const item: QuestionnaireItem[] = [
  group('informed', '知情与沟通', 'What you were told', [
    done('knows-doctor', '您知道自己的主管医生是谁吗？', 'Do you know who your doctor is?'),
    done('knows-nurse', '您知道自己的责任护士是谁吗？', 'Do you know who your nurse is?'),
    done(
      'admission-notes',
      '入院时有没有向您介绍住院须知和病区环境？',
      'Were the rules of the ward explained on admission?',
    ),
    done('condition', '医生有没有向您说明病情？', 'Was your condition explained to you?'),
    done('complications', '医生有没有向您说明可能出现的并发症？', 'Were possible complications explained to you?'),
    done('patience', '医务人员对您的提问是否耐心解答？', 'Were your questions answered with patience?'),
    done(
      'twenty-minutes',
      '医生每天与您交流的时间加起来是否有 20 分钟？',
      'Did a doctor talk with you for 20 minutes a day?',
    ),
  ]),
  group('treatment', '诊疗（不适用的可以不答）', 'Treatment (leave out what does not apply)', [
    done('in-time', '您是否得到及时的诊断和治疗？', 'Were you diagnosed and treated in time?'),
    done('told-examinations', '做特殊检查前是否事先告知您？', 'Were you told before special examinations?'),
    done('told-treatments', '做特殊治疗前是否事先告知您？', 'Were you told before special treatments?'),
    done('told-operations', '手术前是否事先向您说明？', 'Were you told before operations?'),
    done('told-costly-drugs', '使用贵重药品前是否事先告知您？', 'Were you told before costly drugs were used?'),
    done(
      'drugs',
      '每次用药时是否向您说明药名、作用和注意事项？',
      'Was each drug explained to you whenever it was given?',
    ),
  ]),
  group('care', '查房与护理', 'Rounds and nursing', [
    satisfied('morning-care', '您对晨间护理满意吗？', 'How satisfied are you with the morning care?'),
    satisfied('ward-rounds', '您对医生查房满意吗？', 'How satisfied are you with the ward rounds?'),
    satisfied(
      'bedside-handover',
      '您对护士床旁交接班满意吗？',
      'How satisfied are you with the handover at the bedside?',
    ),
    satisfied('nursing-skill', '您对护士的技术满意吗？', 'How satisfied are you with the nurses’ skill?'),
    satisfied('nursing-attitude', '您对护士的服务态度满意吗？', 'How satisfied are you with the nurses’ attitude?'),
    satisfied('doctor-attitude', '您对医生的服务态度满意吗？', 'How satisfied are you with the doctors’ attitude?'),
    satisfied('care-workers', '您对护工的服务满意吗？', 'How satisfied are you with the care workers?'),
  ]),
  INTEGRITY,
  ...CLOSING,
];

/** FU-10: while still in hospital. */
export const inpatientSatisfactionV1: QuestionnaireDefinition = {
  titleZh: '住院患者满意度调查',
  titleEn: 'Satisfaction of inpatients',
  descriptionZh: '您的回答只用于改进服务，不会影响您的治疗。约需 5 分钟。',
  descriptionEn: 'What you answer is used to improve our service and does not affect your treatment. About 5 minutes.',
  scoring: 'mean',
  item,
  flags: [...dissatisfaction(item), GIFT_TAKEN],
};
