import { csvLine } from '#platform';
import type { ComplaintsReport, ReportFigures } from './reports.dto.js';

const COLUMNS: [title: string, field: keyof ReportFigures][] = [
  ['收到 received', 'received'],
  ['已解决 solved', 'solved'],
  ['已终止 stopped', 'stopped'],
  ['处理中 at work', 'atWork'],
  ['及时 in time', 'inTime'],
  ['超时 late', 'late'],
  ['及时率 in-time rate', 'inTimeRate'],
  ['重新处理 reopened', 'reopened'],
  ['投诉人数 complainants', 'complainants'],
  ['再次就诊人数 returned', 'returned'],
  ['回头率 return rate', 'returnRate'],
];

/** The report as Excel opens it: UTF-8 with a mark, Chinese first, nothing that a spreadsheet would compute. */
export function reportCsv({ whole, groups }: ComplaintsReport): string {
  const line = (key: string, figures: ReportFigures) =>
    csvLine([key, ...COLUMNS.map(([, field]) => String(figures[field] ?? ''))]);
  return [
    `\uFEFF${csvLine(['分组 group', ...COLUMNS.map(([title]) => title)])}`,
    line('全部 all', whole),
    ...groups.map((group) => line(group.key ?? '未注明 not stated', group)),
  ].join('');
}
