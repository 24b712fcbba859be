import type { TextSet } from '#platform';

/** What the operations of the bus answer when something is wrong. */
export const EVENT_BUS_TEXTS: TextSet = {
  problems: {
    'unknown-event-version': {
      'zh-CN': '此版本不认识 {subject}；请部署认识它的版本。',
      en: '{subject} is not known here; deploy a version that knows it.',
    },
    'parked-event-resolved': {
      'zh-CN': '此事件已处理完毕（{resolution:term}）。',
      en: 'This event was {resolution:term} already.',
    },
  },
  terms: {
    'parked-event': { 'zh-CN': '搁置事件', en: 'parked event' },
    'consumed-stream': { 'zh-CN': '所消费的流', en: 'consumed stream' },
    stream: { 'zh-CN': '流', en: 'stream' },
    replayed: { 'zh-CN': '已重放', en: 'replayed' },
    discarded: { 'zh-CN': '已放弃', en: 'discarded' },
  },
};
