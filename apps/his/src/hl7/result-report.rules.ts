import type { ResultKind } from '#contracts';
import type { Observation } from './observation-mapper.js';

/** A report in words, put together from its lines. */
export interface Words {
  readonly text?: string;
  readonly impression?: string;
}

const LONGEST_VALUE = 500;
const IMPRESSION_CODES = new Set(['IMP', '19005-8']);
const IMPRESSION_NAME = /impression|conclusion|印象|结论|诊断意见|检查诊断|提示/iu;
const IMAGING_NAME =
  /\b(?:CT|CTA|MR|MRI|MRA|DR|CR|DX|PET|US|X-?ray)\b|X线|超声|彩超|B超|核磁|磁共振|造影|平片|胸片|透视|钼靶|显像/iu;
const PATHOLOGY_NAME = /病理|活检|细胞学|pathology|biopsy|cytology/iu;

/** What kind of result it is where OBR-24 does not say: by its name, else by what it is made of. */
export function kindByContent(name: string, observations: readonly Observation[]): ResultKind {
  if (PATHOLOGY_NAME.test(name)) return 'pathology';
  if (IMAGING_NAME.test(name)) return 'imaging';
  return observations.some(({ isText }) => !isText) ? 'laboratory' : 'other';
}

/** Words rather than a value: in a report by imaging or pathology all text, elsewhere what is long. */
export function isNarrative({ isText, value, number, unit }: Observation, kind: ResultKind): boolean {
  if (value.length > LONGEST_VALUE) return true;
  if (kind === 'laboratory') return isText && value.includes('\n');
  return isText || (number === undefined && unit === undefined && kind !== 'other');
}

/** Lines of one name stand below it, in the order of the message; the impression (诊断意见) by itself. */
export function wordsOf(narrative: readonly Observation[], notes: readonly string[]): Words {
  const [impressions, findings] = [narrative.filter(isImpression), narrative.filter((each) => !isImpression(each))];
  const impression = linesOf(impressions).join('\n');
  const sections = sectionsOf(findings);
  const titled = sections.length > 1;
  const parts = sections.map(({ name, lines }) => [...(titled && name ? [`【${name}】`] : []), ...lines].join('\n'));
  const text = [...parts, ...notes].filter((part) => part !== '').join('\n');
  return { ...(text === '' ? {} : { text }), ...(impression === '' ? {} : { impression }) };
}

function isImpression({ code = '', suffix = '', name = '' }: Observation): boolean {
  return IMPRESSION_CODES.has(suffix) || IMPRESSION_CODES.has(code) || IMPRESSION_NAME.test(name);
}

function sectionsOf(observations: readonly Observation[]): { name: string; lines: string[] }[] {
  const sections = new Map<string, { name: string; lines: string[] }>();
  for (const observation of observations) {
    const key = JSON.stringify([observation.code, observation.suffix, observation.name]);
    const section = sections.get(key) ?? { name: observation.name ?? observation.code ?? '', lines: [] };
    section.lines.push(...linesOf([observation]));
    sections.set(key, section);
  }
  return [...sections.values()].filter(({ lines }) => lines.length > 0);
}

function linesOf(observations: readonly Observation[]): string[] {
  return observations.flatMap(({ value, notes }) => [value, ...notes]).filter((line) => line !== '');
}
