import type { Language } from '#platform';
import type { QuestionnaireItem } from '../questionnaires/questionnaire.rules.js';
import { fieldName, type Entered, type FormFault } from './form-answers.rules.js';
import { faultText } from './form-faults.js';
import { escapeHtml } from './page-shell.js';
import { inLanguage, say } from './page-texts.js';
import { painWord, PAIN_FACES } from './pain-scale.js';

export interface FieldContext {
  language: Language;
  entered: Entered;
  faults: ReadonlyMap<string, FormFault>;
  /** Numbers from 0 to 10 are shown as a scale of pain. */
  pain: boolean;
}

/** A scale is shown as buttons up to so many steps. */
const MOST_STEPS = 11;
/** Lines for a question that takes more than one number, date or line of text. */
const REPEATED_LINES = 3;

/** Where the error summary leads. */
export function anchorOf(linkId: string): string {
  return `q-${linkId}`;
}

/** One question with its label, its hint, what is wrong with it and what was entered. */
export function questionHtml(item: QuestionnaireItem, context: FieldContext): string {
  const options = optionsOf(item, context);
  return options ? choiceHtml(item, options, context) : lineHtml(item, context);
}

interface Option {
  value: string;
  html: string;
}

function optionsOf(item: QuestionnaireItem, { language, pain }: FieldContext): Option[] | undefined {
  if (item.type === 'choice') {
    return (item.answerOption ?? []).map(({ valueCoding: { code, display, displayEn } }) => ({
      value: code,
      html: `<span>${escapeHtml(inLanguage(language, display, displayEn))}</span>`,
    }));
  }
  if (item.type === 'boolean')
    return (['yes', 'no'] as const).map((key) => ({
      value: String(key === 'yes'),
      html: `<span>${say(language, key)}</span>`,
    }));
  const { minValue = Number.NaN, maxValue = Number.NaN } = item;
  if (item.type !== 'integer' || item.repeats || !(maxValue - minValue < MOST_STEPS)) return undefined;
  return Array.from({ length: maxValue - minValue + 1 }, (_, step) => stepOf(minValue + step, language, pain));
}

function stepOf(value: number, language: Language, pain: boolean): Option {
  if (!pain) return { value: String(value), html: `<b>${value}</b>` };
  const face = `<span class="face" aria-hidden="true">${PAIN_FACES[value] ?? ''}</span>`;
  return { value: String(value), html: `<b>${value}</b>${face}<span>${painWord(value, language)}</span>` };
}

function choiceHtml(item: QuestionnaireItem, options: Option[], context: FieldContext): string {
  const { linkId, type } = item;
  const chosen = new Set(context.entered.get(linkId));
  const kind = item.repeats ? 'checkbox' : 'radio';
  const fields = options.map(({ value, html }, index) => {
    const id = index === 0 ? ` id="${anchorOf(linkId)}"` : '';
    const checked = chosen.has(value) ? ' checked' : '';
    const name = `name="${fieldName(linkId)}" value="${escapeHtml(value)}"`;
    return `<label class="option"><input type="${kind}"${id} ${name}${checked}${describedBy(item, context)}>${html}</label>`;
  });
  const layout = type === 'integer' ? ` class="${context.pain ? 'scale pain' : 'scale'}"` : '';
  return `<fieldset${faultyClass(item, context)}><legend>${questionText(item, context.language)}</legend>${faultHtml(item, context)}
<div${layout}>${fields.join('\n')}</div></fieldset>`;
}

function lineHtml(item: QuestionnaireItem, context: FieldContext): string {
  const { linkId } = item;
  const entered = context.entered.get(linkId) ?? [];
  const lines = item.repeats ? Math.max(REPEATED_LINES, entered.length) : 1;
  const fields = Array.from({ length: lines }, (_, index) => {
    const id = index === 0 ? anchorOf(linkId) : `${anchorOf(linkId)}--${index}`;
    const label = index === 0 ? '' : ` aria-labelledby="${anchorOf(linkId)}-label"`;
    return fieldHtml(
      item,
      entered[index] ?? '',
      `id="${id}"${label} name="${fieldName(linkId)}"${describedBy(item, context)}`,
    );
  });
  const label = `<label for="${anchorOf(linkId)}" id="${anchorOf(linkId)}-label">${questionText(item, context.language)}${hintHtml(item, context.language)}</label>`;
  return `<div${faultyClass(item, context, 'field')}>${label}${faultHtml(item, context)}\n${fields.join('\n')}</div>`;
}

function fieldHtml({ type, maxLength }: QuestionnaireItem, value: string, attributes: string): string {
  const most = maxLength === undefined ? '' : ` maxlength="${maxLength}"`;
  if (type === 'text') return `<textarea rows="4" ${attributes}${most}>\n${escapeHtml(value)}</textarea>`;
  const modes: Partial<Record<QuestionnaireItem['type'], string>> = { integer: 'numeric', decimal: 'decimal' };
  const mode = modes[type] ? ` inputmode="${modes[type]}"` : '';
  return `<input type="${type === 'date' ? 'date' : 'text'}" ${attributes}${mode}${most} value="${escapeHtml(value)}">`;
}

function questionText(item: QuestionnaireItem, language: Language): string {
  const required = item.required ? say(language, 'required') : '';
  return escapeHtml(`${inLanguage(language, item.text, item.textEn)}${required}`);
}

function hintHtml(item: QuestionnaireItem, language: Language): string {
  const hint = rangeHint(item, language);
  return hint === '' ? '' : ` <span class="hint">${escapeHtml(hint)}</span>`;
}

function rangeHint(item: QuestionnaireItem, language: Language): string {
  const { minValue: min, maxValue: max } = item;
  if (min !== undefined && max !== undefined) return say(language, 'from-to', { min, max });
  if (min !== undefined) return say(language, 'from-on', { min });
  return max === undefined ? '' : say(language, 'up-to', { max });
}

function faultHtml({ linkId }: QuestionnaireItem, { faults, language }: FieldContext): string {
  const fault = faults.get(linkId);
  if (!fault) return '';
  return `<p class="wrong" id="${anchorOf(linkId)}-wrong">${say(language, 'wrong')}${escapeHtml(faultText(language, fault))}</p>`;
}

function describedBy({ linkId }: QuestionnaireItem, { faults }: FieldContext): string {
  return faults.has(linkId) ? ` aria-describedby="${anchorOf(linkId)}-wrong" aria-invalid="true"` : '';
}

function faultyClass({ linkId }: QuestionnaireItem, { faults }: FieldContext, also = ''): string {
  const classes = [also, faults.has(linkId) ? 'faulty' : ''].filter((each) => each !== '').join(' ');
  return classes === '' ? '' : ` class="${classes}"`;
}
