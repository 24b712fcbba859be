import type { Language } from '#platform';
import { Injectable } from '@nestjs/common';
import { FollowUpConfig } from '../follow-up.config.js';
import { responseItemsOf, type Answers } from '../responses/answer.rules.js';
import { enabledItems } from '../responses/enabled.rules.js';
import { faultsOfResponse } from '../responses/response.rules.js';
import { answersOf, enteredIn, seenIn, type FormFault } from './form-answers.rules.js';
import { faultsByQuestion } from './form-faults.js';
import { formPage, questionsIn, type FormState } from './form-page.js';
import type { LinkStanding } from './link.rules.js';
import { noticePage, type Centre } from './notice-page.js';
import { PatientAnswers, type OpenedLink } from './patient-answers.js';

export interface Page {
  status: number;
  language: Language;
  html: string;
}

const STATUS: Record<LinkStanding, number> = { open: 200, done: 200, revoked: 410, expired: 410 };

/** What a patient sees of a link, and what becomes of what is sent. */
@Injectable()
export class PatientPages {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 404 */
  async show(token: string, language: Language): Promise<Page> {
    const opened = await this.answers.open(token);
    if (opened.standing !== 'open') return this.notice(opened, language);
    const entered = new Map<string, string[]>();
    return this.form(opened, language, 200, {
      entered,
      enabled: enabledItems(opened.definition, new Map()),
      faults: [],
      grown: false,
    });
  }

  /** @returns the page that asks on, or undefined when there is nothing more to ask. @throws Problem 404 */
  async answer(token: string, form: URLSearchParams, language: Language): Promise<Page | undefined> {
    const opened = await this.answers.open(token);
    if (opened.standing === 'done') return undefined;
    if (opened.standing !== 'open') return this.notice(opened, language);
    const { definition, link } = opened;
    const entered = enteredIn(form);
    const read = answersOf(definition.item, entered);
    const enabled = enabledItems(definition, read.answers);
    const items = responseItemsOf(definition.item, only(read.answers, enabled));
    const seen = seenIn(form);
    const all = [...read.faults, ...faultsByQuestion(faultsOfResponse(definition, items), items)];
    const faults = inOrder(opened, all).filter(({ linkId }) => seen.has(linkId) && enabled.has(linkId));
    const grown = questionsIn(definition.item).some(({ linkId }) => enabled.has(linkId) && !seen.has(linkId));
    if (faults.length > 0 || grown)
      return this.form(opened, language, faults.length > 0 ? 422 : 200, { entered, enabled, faults, grown });
    const standing = await this.answers.answer(link.id, link.taskId, items);
    return standing === 'done' ? undefined : this.notice({ ...opened, standing }, language);
  }

  private form(
    { definition, isPain }: OpenedLink,
    language: Language,
    status: number,
    state: Pick<FormState, 'entered' | 'enabled' | 'faults' | 'grown'>,
  ): Page {
    return { status, language, html: formPage(language, { ...state, definition, pain: isPain }, this.centre) };
  }

  private notice({ standing, doctorCalls }: OpenedLink, language: Language): Page {
    const notice = standing === 'open' ? 'trouble' : standing;
    const html = noticePage(language, notice, this.centre, doctorCalls ? ['done-pain'] : []);
    return { status: STATUS[standing], language, html };
  }

  private get centre(): Centre {
    return { hospital: this.config.hospitalName, phone: this.config.centrePhone };
  }
}

function only(answers: Answers, enabled: ReadonlySet<string>): Answers {
  return new Map([...answers].filter(([linkId]) => enabled.has(linkId)));
}

/** As the questions stand on the page, one fault each. */
function inOrder({ definition }: OpenedLink, faults: readonly FormFault[]): FormFault[] {
  const byQuestion = new Map(faults.toReversed().map((fault) => [fault.linkId, fault]));
  return questionsIn(definition.item).flatMap(({ linkId }) => byQuestion.get(linkId) ?? []);
}
