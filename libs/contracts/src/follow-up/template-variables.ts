import { ValidateBy } from 'class-validator';

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;
const MOST = 20;
const LONGEST = 200;

/** Refuses what is no short list of short texts by name. */
export function AreTemplateVariables(): PropertyDecorator {
  return ValidateBy({
    name: 'areTemplateVariables',
    validator: {
      validate: (value) => {
        if (typeof value !== 'object' || value === null) return false;
        const entries = Object.entries(value as Record<string, unknown>);
        return entries.length <= MOST && entries.every(([name, text]) => NAME.test(name) && isShort(text));
      },
      defaultMessage: () => `must be at most ${MOST} texts of at most ${LONGEST} characters, by name`,
    },
  });
}

function isShort(text: unknown): boolean {
  return typeof text === 'string' && text.length <= LONGEST;
}
