import type { TextSet } from '../problems/catalogue.js';

/** What the operations of jobs answer when something is wrong. */
export const JOB_TEXTS: TextSet = {
  problems: {
    'job-state': { 'zh-CN': '作业状态为{state:term}，不能这样做。', en: 'The job is {state:term}.' },
    'job-superseded': {
      'zh-CN': '另一个 {name} 作业正在等待或运行；请放弃此作业。',
      en: 'Another {name} waits or runs; discard this one.',
    },
  },
  terms: {
    job: { 'zh-CN': '作业', en: 'job' },
    waiting: { 'zh-CN': '等待中', en: 'waiting' },
    retrying: { 'zh-CN': '等待重试', en: 'retrying' },
    running: { 'zh-CN': '运行中', en: 'running' },
    completed: { 'zh-CN': '已完成', en: 'completed' },
    cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
    failed: { 'zh-CN': '已失败', en: 'failed' },
  },
};
