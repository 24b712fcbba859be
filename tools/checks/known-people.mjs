import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the people of the demo hospital and of the tests are written down. */
const SOURCES = ['apps/*/test/**', 'libs/*/test/**', 'libs/testing/src/**', 'tools/start/*', 'apps/*/src/**/*.spec.ts'];
const HAN = /[\u3400-\u9fff]/u;
/** Placeholders of the corpus that are words of ours, too. */
const WORDS = /^(patient|test|testing|unknown|doctor|person|hospital|record|example)$/i;

/**
 * What must never be in a log: names, record numbers, national ids and phones, as the sources have them.
 * @returns {string[]} in small letters
 */
export function knownPeople(root) {
  const people = new Set();
  const add = (text) => people.add(text.toLowerCase());
  for (const path of globSync(SOURCES, { cwd: root })) {
    if (!/\.(ts|hl7)$/.test(path)) continue;
    for (const text of readings(readFileSync(join(root, path)), path)) {
      for (const name of namesIn(text)) add(name);
      for (const number of numbersIn(text)) add(number);
    }
  }
  return [...people];
}

/** A message of the corpus may be in either character set. */
function readings(bytes, path) {
  const texts = [bytes.toString('utf8')];
  if (path.endsWith('.hl7')) texts.push(new TextDecoder('gb18030').decode(bytes));
  return texts;
}

function namesIn(text) {
  const quoted = [...text.matchAll(/(?:\bname|\b5): '([^'\n]{2,60})'/g)].map(([, name]) => name);
  const sent = pidsOf(text).flatMap((fields) => (fields[5] ?? '').split('~'));
  return [...quoted, ...sent].flatMap(spellings);
}

/** 王^伟 is 王伟 in a log, and DOE^JOHN may be either way round. */
function spellings(name) {
  const [family = '', given = ''] = name.split(/[\^&]/).map((part) => part.trim());
  if (HAN.test(name)) {
    const joined = `${family}${given}`;
    return [...joined].length >= 2 && HAN.test(joined) ? [joined] : [];
  }
  if (!name.includes('^') || family.length < 2 || given.length < 2 || WORDS.test(family)) return [];
  return [`${family}^${given}`, `${family} ${given}`, `${given} ${family}`];
}

function numbersIn(text) {
  const phones = text.match(/(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g) ?? [];
  const cards = text.match(/(?<![0-9A-Za-z])\d{6}(?:18|19|20)\d{9}[\dXx](?![0-9A-Za-z])/g) ?? [];
  const records = [
    ...[...text.matchAll(/\bmrn: '([\w-]+)'/g)].map(([, record]) => record),
    ...pidsOf(text).flatMap((fields) => (fields[3] ?? '').split('~').map((identifier) => identifier.split('^')[0])),
  ];
  return [...phones, ...cards, ...records.filter(isTelling)];
}

/** Shorter ones are figures that anything may have: PostgreSQL's kilobytes of a checkpoint are of up to six digits. */
function isTelling(record) {
  return /^\d+$/.test(record) ? record.length >= 7 : /\d/.test(record) && record.length >= 5;
}

function pidsOf(text) {
  return [...text.matchAll(/\bPID\|([^\r\n`']*)/g)].map(([, rest]) => ['PID', ...rest.split('|')]);
}
