import type { FlagRule, QuestionnaireDefinition } from '../questionnaires/questionnaire.rules.js';
import type { Answers } from './answer.rules.js';
import { allow, holds } from './enabled.rules.js';

export interface RaisedFlag {
  rule: FlagRule;
  /** The questions whose answers raised it. */
  linkIds: string[];
}

/** FU-9: what the answers set going. */
export function raisedFlags({ flags = [] }: Pick<QuestionnaireDefinition, 'flags'>, answers: Answers): RaisedFlag[] {
  return flags
    .filter(({ when, behavior }) => allow(when, behavior ?? 'any', answers))
    .map((rule) => {
      const held = rule.when.filter((condition) => holds(condition, answers)).map(({ question }) => question);
      return { rule, linkIds: [...new Set(held)] };
    });
}
