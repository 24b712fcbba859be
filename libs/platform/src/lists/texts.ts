import type { TextSet } from '../problems/catalogue.js';

/** What is wrong with `filter`, `sort` and `cursor` of a list; `{position}` counts characters from 1. */
export const LIST_TEXTS: TextSet = {
  reasons: {
    'unreadable-filter': {
      'zh-CN': '第 {position} 个字符“{found}”无法识别；文本和时间须放在单引号内',
      en: 'has “{found}” at {position}, which begins nothing; texts and times stand in single quotes',
    },
    'text-not-closed': {
      'zh-CN': '第 {position} 个字符开始的文本没有结束的单引号（文本内的单引号写两次）',
      en: 'has a text at {position} without its closing quote (a quote in a text is written twice)',
    },
    'not-expected-there': {
      'zh-CN': '第 {position} 个字符处是“{found}”，此处应为{expected:term}',
      en: 'has “{found}” at {position}, where {expected:term} should be',
    },
    'ends-too-early': {
      'zh-CN': '在第 {position} 个字符处结束，此处应为{expected:term}',
      en: 'ends at {position}, where {expected:term} should be',
    },
    'filter-too-deep': {
      'zh-CN': '第 {position} 个字符处的括号超过 {limit} 层',
      en: 'has more than {limit} parentheses in one another at {position}',
    },
    'filter-too-long': {
      'zh-CN': '第 {position} 个字符处的比较超过 {limit} 个',
      en: 'has more than {limit} comparisons at {position}',
    },
    'list-too-long': {
      'zh-CN': '第 {position} 个字符处 in 的值超过 {limit} 个',
      en: 'has more than {limit} values in one list at {position}',
    },
    'unknown-filter-field': {
      'zh-CN': '第 {position} 个字符处的“{name}”不能用于筛选；可用：{allowed}',
      en: 'has “{name}” at {position}, which is no field to filter by; possible are: {allowed}',
    },
    'operator-not-for-field': {
      'zh-CN': '第 {position} 个字符处的 {name} 不支持 {operator}；可用：{allowed}',
      en: 'has {operator} with {name} at {position}; possible there are: {allowed}',
    },
    'value-not-among': {
      'zh-CN': '第 {position} 个字符处：{name} 的值必须是以下之一：{allowed}',
      en: 'has a value at {position} that {name} never has; it is one of: {allowed}',
    },
    'value-of-other-type': {
      'zh-CN': '第 {position} 个字符处：{name} 的值必须是{type:term}',
      en: 'has a value at {position} that is none of {name}: it takes {type:term}',
    },
    'null-not-there': {
      'zh-CN': '第 {position} 个字符处：{name} 的 null 只能用于 eq 或 ne',
      en: 'has null at {position}: with {name} it goes with eq and ne only',
    },
    'unknown-sort-field': {
      'zh-CN': '第 {position} 个字符处的“{name}”不能用于排序；可用：{allowed}',
      en: 'has “{name}” at {position}, which is no field to sort by; possible are: {allowed}',
    },
    'sorted-twice': {
      'zh-CN': '第 {position} 个字符处：{name} 已用于排序',
      en: 'has {name} at {position} a second time',
    },
    'sort-too-long': {
      'zh-CN': '第 {position} 个字符处：排序字段超过 {limit} 个',
      en: 'has more than {limit} fields at {position}',
    },
    'cursor-of-another-list': {
      'zh-CN': '是以其他筛选、排序或参数查询时返回的游标',
      en: 'was returned for another filter, sort or other parameter',
    },
  },
  terms: {
    field: { 'zh-CN': '字段名', en: 'a field' },
    operator: {
      'zh-CN': '运算符（eq、ne、gt、ge、lt、le、in、has）',
      en: 'an operator (eq, ne, gt, ge, lt, le, in, has)',
    },
    value: {
      'zh-CN': "值（'文本'、数字、true、false 或 null）",
      en: "a value ('text', a number, true, false or null)",
    },
    opening: { 'zh-CN': '左括号', en: 'an opening parenthesis' },
    'and-or-end': { 'zh-CN': ' and、or 或结尾', en: 'and, or, or the end' },
    'and-or-closing': { 'zh-CN': ' and、or 或右括号', en: 'and, or, or a closing parenthesis' },
    'comma-or-closing': { 'zh-CN': '逗号或右括号', en: 'a comma or a closing parenthesis' },
    'a-string': { 'zh-CN': "单引号内的文本，如 'text'", en: "a text in single quotes, such as 'text'" },
    'a-uuid': { 'zh-CN': '单引号内的 UUID', en: 'a UUID in single quotes' },
    'a-number': { 'zh-CN': '数字，如 42 或 -1.5', en: 'a number, such as 42 or -1.5' },
    'a-instant': {
      'zh-CN': "单引号内带时区偏移的时间，如 '2026-03-01T08:00:00+08:00'（URL 中 + 写作 %2B）",
      en: "a time with offset in single quotes, such as '2026-03-01T08:00:00+08:00' (in a URL, + is written %2B)",
    },
    'a-date': { 'zh-CN': "单引号内的日期，如 '2026-03-01'", en: "a date in single quotes, such as '2026-03-01'" },
    'a-boolean': { 'zh-CN': ' true 或 false', en: 'true or false' },
    'a-enum': { 'zh-CN': "单引号内的文本，如 'text'", en: "a text in single quotes, such as 'text'" },
  },
};
