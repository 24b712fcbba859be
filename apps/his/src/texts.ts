import type { TextSet } from '#platform';

/** What this service answers when something is wrong. */
export const HIS_TEXTS: TextSet = {
  problems: {
    'partner-exists': { 'zh-CN': '已有使用此编码的对接系统。', en: 'There is a partner with this code.' },
    'sender-taken': {
      'zh-CN': '另一个对接系统已使用此发送应用与机构。',
      en: 'Another partner has this sending application and facility.',
    },
    'message-accepted': { 'zh-CN': '此消息已被接受。', en: 'This message was accepted.' },
    'message-repaired': { 'zh-CN': '此消息已修复过。', en: 'This message was repaired already.' },
    'message-still-refused': {
      'zh-CN': '消息因所列原因仍被拒绝。',
      en: 'The message is refused for the reason given.',
    },
  },
  reasons: {
    'not-one-message': {
      'zh-CN': '必须恰好是一条 HL7 消息，且不是应答',
      en: 'must be exactly one HL7 message, no acknowledgement',
    },
    'not-encodable': { 'zh-CN': '含有消息无法容纳的字符', en: 'has characters that no message can hold' },
    // What HL7 systems are told about a message is English, as their acknowledgements are.
    'hl7-error': { 'zh-CN': 'HL7 错误 {code}：{text}', en: '{code} {text}' },
    'not-storable': { 'zh-CN': '无法保存：{text}', en: 'cannot be stored: {text}' },
    'no-moment': { 'zh-CN': '不是日历中的时刻', en: 'is no moment of the calendar' },
    'is-table': {
      'zh-CN': '必须是至多 {1} 项的对象，键为文本，值为：{0:term}',
      en: 'must be an object of at most {1} entries from texts to {0:term}',
    },
  },
  terms: {
    partner: { 'zh-CN': '对接系统', en: 'partner' },
    message: { 'zh-CN': '消息', en: 'message' },
    codes: { 'zh-CN': '编码', en: 'codes' },
    'true-or-false': { 'zh-CN': 'true 或 false', en: 'true or false' },
  },
};
