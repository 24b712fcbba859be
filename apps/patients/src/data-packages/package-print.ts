import type { PrintBlock, PrintDocument } from '#platform';
import type { PackageSheet, SheetSection } from './package-sheet.js';
import { isPrinted, labelOf, SERVICE_WORDS, VALUE_WORDS } from './package-words.js';

/** Of the 120,000 characters that the printer takes; headings and names are counted in what is left. */
const MOST_CHARACTERS = 80_000;
const LONGEST_VALUE = 300;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** Their values are names of fields. */
const OF_FIELDS = new Set(['changed']);

export interface PrintedAbout {
  facts: [name: string, value: string][];
  watermark: string;
}

/** The package for reading: Chinese first, what is known best in front; what is left out is said. */
export function packagePrint(about: PrintedAbout, sheet: PackageSheet, time: (at: Date) => string): PrintDocument {
  const room = { left: MOST_CHARACTERS };
  const ofOwn = (section: SheetSection) => section.service === 'patients';
  const sections = [...sheet.sections.filter(ofOwn), ...sheet.sections.filter((section) => !ofOwn(section))];
  return {
    title: '个人信息副本',
    subtitle: 'Copy of your personal information',
    watermark: about.watermark,
    blocks: [
      { facts: about.facts },
      { text: NOTICE },
      ...sheet.missing.map((service) => ({ text: absence(service) })),
      ...sections.filter(({ count }) => count > 0).flatMap((section) => sectionBlocks(section, room, time)),
    ],
  };
}

const NOTICE =
  '本文件是本院保存的您的个人信息，供阅读；完整内容见同时提供的 JSON 文件。您有权要求更正或删除（个人信息保护法第四十六、四十七条）。' +
  ' This is what the hospital holds about you, for reading; the JSON file that comes with it is complete. You may ask ' +
  'for correction or deletion (PIPL Art. 46, 47).';

function absence(service: string): string {
  const name = SERVICE_WORDS[service] ?? service;
  return `缺少：${name}。该系统在期限内没有答复，请以后再次申请。 Missing: it did not answer in time; please ask again later.`;
}

function sectionBlocks(section: SheetSection, room: { left: number }, time: (at: Date) => string): PrintBlock[] {
  const facts: [string, string][] = [];
  for (const row of section.rows) {
    const fact = factOf(row, time);
    room.left -= fact[0].length + fact[1].length;
    if (room.left < 0) break;
    facts.push(fact);
  }
  const rest = section.count - facts.length;
  return [
    { heading: `${section.title['zh-CN']} ${section.title.en} (${section.count})` },
    { facts },
    ...(rest > 0 ? [{ text: `其余 ${rest} 条见 JSON 文件。 ${rest} more are in the JSON file.` }] : []),
  ];
}

/** When it was, beside all that is said of it. */
function factOf(row: Record<string, unknown>, time: (at: Date) => string): [string, string] {
  const fields = Object.entries(row).filter(([name, value]) => isPrinted(name) && !isEmpty(value));
  const when = fields.find(([, value]) => typeof value === 'string' && MOMENT.test(value));
  const rest = fields.filter((field) => field !== when);
  const text = rest.map(([name, value]) => `${labelOf(name)}：${saidOf(name, value, time)}`).join('；');
  return [when ? worded(when[1], time) : '—', text === '' ? '—' : text];
}

function saidOf(name: string, value: unknown, time: (at: Date) => string): string {
  if (!OF_FIELDS.has(name) || !Array.isArray(value)) return worded(value, time);
  return shortened(value.map((field) => labelOf(String(field))).join('、'));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function worded(value: unknown, time: (at: Date) => string): string {
  if (Array.isArray(value)) return shortened(value.map((each) => worded(each, time)).join('、'));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([name, field]) => isPrinted(name) && !isEmpty(field));
    return shortened(fields.map(([name, field]) => `${labelOf(name)} ${worded(field, time)}`).join('，'));
  }
  const text = String(value);
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return time(new Date(text));
  return shortened(Object.hasOwn(VALUE_WORDS, text) ? (VALUE_WORDS[text] ?? text) : text);
}

function shortened(text: string): string {
  // The raw message's line breaks stay; a printer sets no other control character.
  const plain = text.replaceAll('\r', '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
  return plain.length > LONGEST_VALUE ? `${plain.slice(0, LONGEST_VALUE)}…` : plain;
}
