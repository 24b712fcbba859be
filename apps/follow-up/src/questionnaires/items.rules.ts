import type { FieldFault } from '#platform';
import type { PlacedItem, QuestionnaireItem } from './questionnaire.rules.js';

/** The longest free text a question takes, in characters. */
export const MOST_TEXT = 4_000;

/** What is wrong with items by themselves, each looked at alone but for doubled ids. */
export function itemFaults(placed: readonly PlacedItem[]): FieldFault[] {
  const seen = new Set<string>();
  return placed.flatMap(({ item, at }) => {
    const doubled = seen.has(item.linkId);
    seen.add(item.linkId);
    return [
      ...(doubled ? [{ field: `${at}/linkId`, code: 'link-id-doubled', params: { linkId: item.linkId } }] : []),
      ...nestingFaults(item, at),
      ...askingFaults(item, at),
      ...optionFaults(item, at),
      ...rangeFaults(item, at),
      ...scoreFaults(item, at),
    ];
  });
}

function nestingFaults({ type, item }: QuestionnaireItem, at: string): FieldFault[] {
  if (type === 'group') return item?.length ? [] : [{ field: `${at}/item`, code: 'group-empty' }];
  return item === undefined ? [] : [{ field: `${at}/item`, code: 'items-unwanted' }];
}

function askingFaults({ type, required, repeats }: QuestionnaireItem, at: string): FieldFault[] {
  if (type !== 'display' && type !== 'group') return [];
  return [
    ...(required
      ? [{ field: `${at}/required`, code: type === 'display' ? 'display-required' : 'group-required' }]
      : []),
    ...(repeats ? [{ field: `${at}/repeats`, code: 'repeats-unwanted' }] : []),
  ];
}

function optionFaults({ type, answerOption }: QuestionnaireItem, at: string): FieldFault[] {
  const field = `${at}/answerOption`;
  if (type !== 'choice') return answerOption === undefined ? [] : [{ field, code: 'options-unwanted' }];
  const options = answerOption ?? [];
  if (options.length === 0) return [{ field, code: 'options-missing' }];
  const codes = options.map(({ valueCoding }) => valueCoding.code);
  const scored = options.filter(({ ordinalValue }) => ordinalValue !== undefined).length;
  return [
    ...codes.flatMap((code, index) =>
      codes.indexOf(code) === index
        ? []
        : [{ field: `${field}/${index}/valueCoding/code`, code: 'option-doubled', params: { option: code } }],
    ),
    ...(scored === 0 || scored === options.length ? [] : [{ field, code: 'options-half-scored' }]),
  ];
}

function rangeFaults({ type, minValue, maxValue, maxLength }: QuestionnaireItem, at: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const bounds = { minValue, maxValue };
  for (const name of ['minValue', 'maxValue'] as const) {
    if (bounds[name] === undefined) continue;
    if (type !== 'integer' && type !== 'decimal') faults.push({ field: `${at}/${name}`, code: 'range-unwanted' });
    else if (type === 'integer' && !Number.isInteger(bounds[name]))
      faults.push({ field: `${at}/${name}`, code: 'is-int' });
  }
  if (minValue !== undefined && maxValue !== undefined && minValue > maxValue)
    faults.push({ field: `${at}/minValue`, code: 'range-reversed', params: { min: minValue, max: maxValue } });
  return [...faults, ...lengthFaults(type, maxLength, `${at}/maxLength`)];
}

function lengthFaults(type: QuestionnaireItem['type'], maxLength: number | undefined, field: string): FieldFault[] {
  if (maxLength === undefined) return [];
  if (type !== 'string' && type !== 'text') return [{ field, code: 'length-unwanted' }];
  if (maxLength < 1) return [{ field, code: 'min', params: { 0: 1 } }];
  return maxLength > MOST_TEXT ? [{ field, code: 'max', params: { 0: MOST_TEXT } }] : [];
}

function scoreFaults({ type, score, minValue, maxValue, repeats }: QuestionnaireItem, at: string): FieldFault[] {
  if (score === undefined) return [];
  if (type !== 'integer' && type !== 'decimal') return [{ field: `${at}/score`, code: 'score-unwanted' }];
  const isNps = type === 'integer' && minValue === 0 && maxValue === 10 && !repeats;
  return score === 'value' || isNps ? [] : [{ field: `${at}/score`, code: 'nps-range' }];
}
