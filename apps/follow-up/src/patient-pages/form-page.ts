import type { Language } from '#platform';
import {
  isQuestion,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
} from '../questionnaires/questionnaire.rules.js';
import { SEEN_FIELD, type Entered, type FormFault } from './form-answers.rules.js';
import { faultText } from './form-faults.js';
import { phoneHtml, type Centre } from './notice-page.js';
import { escapeHtml, pageHtml } from './page-shell.js';
import { inLanguage, say } from './page-texts.js';
import { anchorOf, questionHtml, type FieldContext } from './question-fields.js';

export interface FormState {
  definition: QuestionnaireDefinition;
  /** The questionnaire asks for a pain score (FU-4). */
  pain: boolean;
  entered: Entered;
  /** Ids of the items that are asked, given what was entered. */
  enabled: ReadonlySet<string>;
  faults: readonly FormFault[];
  /** Questions have appeared that were not there when the form was sent. */
  grown: boolean;
}

/** The questions as a plain form: it works in any browser, without a script. */
export function formPage(language: Language, state: FormState, centre: Centre): string {
  const { definition, entered, enabled, faults } = state;
  const context: FieldContext = {
    language,
    entered,
    pain: state.pain,
    faults: new Map(faults.map((fault) => [fault.linkId, fault])),
  };
  const title = inLanguage(language, definition.titleZh, definition.titleEn);
  const description = inLanguage(language, definition.descriptionZh ?? '', definition.descriptionEn ?? '');
  const asked = (item: QuestionnaireItem): string =>
    enabled.has(item.linkId) ? itemHtml(item, context, asked, 2) : '';
  const body = [
    summaryHtml(language, definition, faults),
    state.grown ? `<p class="note" role="status">${escapeHtml(say(language, 'more-questions'))}</p>` : '',
    description === '' ? '' : `<p class="text">${escapeHtml(description)}</p>`,
    `<form method="post" action="?lang=${language}" novalidate>`,
    ...definition.item.map(asked),
    ...seenFields(definition.item, enabled),
    `<button type="submit">${say(language, 'submit')}</button>`,
    '</form>',
    `<p class="hint">${escapeHtml(say(language, 'private'))}</p>`,
    phoneHtml(language, centre.phone),
  ];
  const alarm = faults.length > 0 ? say(language, 'wrong') : '';
  return pageHtml({ language, title, alarm, hospital: centre.hospital }, body.filter((part) => part !== '').join('\n'));
}

type Asked = (item: QuestionnaireItem) => string;

function itemHtml(item: QuestionnaireItem, context: FieldContext, asked: Asked, level: number): string {
  if (isQuestion(item)) return questionHtml(item, context);
  const text = escapeHtml(inLanguage(context.language, item.text, item.textEn));
  if (item.type === 'display') return `<p class="note text">${text}</p>`;
  return `<section><h${level}>${text}</h${level}>\n${(item.item ?? []).map(asked).join('\n')}</section>`;
}

/** First on the page, and each line leads to its question. */
function summaryHtml(language: Language, definition: QuestionnaireDefinition, faults: readonly FormFault[]): string {
  if (faults.length === 0) return '';
  const texts = new Map(questionsIn(definition.item).map((item) => [item.linkId, item]));
  const lines = faults.map((fault) => {
    const item = texts.get(fault.linkId);
    const question = item ? inLanguage(language, item.text, item.textEn) : '';
    return `<li><a href="#${anchorOf(fault.linkId)}">${escapeHtml(`${question} – ${faultText(language, fault)}`)}</a></li>`;
  });
  const heading = say(language, 'check-again', { count: faults.length });
  return `<div class="summary" role="alert" tabindex="-1"><p>${escapeHtml(heading)}</p><ul>${lines.join('')}</ul></div>`;
}

function seenFields(items: readonly QuestionnaireItem[], enabled: ReadonlySet<string>): string[] {
  return questionsIn(items)
    .filter(({ linkId }) => enabled.has(linkId))
    .map(({ linkId }) => `<input type="hidden" name="${SEEN_FIELD}" value="${escapeHtml(linkId)}">`);
}

/** The questions among items, at any depth. */
export function questionsIn(items: readonly QuestionnaireItem[]): QuestionnaireItem[] {
  return items.flatMap((item) => (isQuestion(item) ? [item] : questionsIn(item.item ?? [])));
}
