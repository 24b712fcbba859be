import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, LANGUAGES, placeholdersIn, ServiceConfig, textsOf, type TextSet } from '#platform';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { projectRoot } from '../backing-services/index.js';
import { documentedServices } from './documented-services.js';
import { codesUsedIn, type CodeUse } from './problem-codes.js';

/** These make faults of what others throw. */
const MECHANISM = /libs\/platform\/src\/problems\/(problem|problem-body|validation)\.ts$/;
interface Rule {
  type: string;
  name?: string;
  target: unknown;
}

const isConfig = (target: unknown) => (target as { prototype?: unknown }).prototype instanceof ServiceConfig;

/** The settings of a service are told to its operator, who reads English. */
const isOfInput = ({ type, target }: Rule) =>
  type === 'customValidation' && target !== ServiceConfig && !isConfig(target);

const KINDS = ['problems', 'reasons', 'terms'] as const satisfies (keyof TextSet)[];

function sources(folder: string): string[] {
  return readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/src\/.*\.ts$/.test(`/${file}`) && !file.endsWith('.spec.ts'))
    .map((file) => join(projectRoot(), folder, file));
}

describe('the problem catalogue', () => {
  let uses: CodeUse[];
  beforeAll(async () => {
    await documentedServices();
    uses = [...sources('apps'), ...sources('libs')].filter((file) => !MECHANISM.test(file)).flatMap(codesUsedIn);
  });

  it('decision 9: has a text for every code that is answered anywhere', () => {
    expect(uses.length).toBeGreaterThan(60);
    expect(uses.filter(({ kind, code }) => !textsOf(kind).has(code))).toEqual([]);
  });

  it('decision 9: has a text for every constraint of every input', () => {
    // class-validator keeps them to itself: by class, all of them.
    const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Rule[]> };
    const rules = [...storage.validationMetadatas.values()].flat().filter(isOfInput);
    const names = new Set(rules.map((rule) => codeOf(rule.name ?? rule.type)));
    expect(names.size).toBeGreaterThan(15);
    expect([...names].filter((name) => !textsOf('reasons').has(name))).toEqual([]);
  });

  it('decision 9: says everything in Chinese and English, with the same parameters', () => {
    const texts = KINDS.flatMap((kind) => [...textsOf(kind)].map(([code, text]) => ({ kind, code, text })));
    for (const { code, text } of texts) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const language of LANGUAGES) expect({ code, text: text[language].trim() }).not.toEqual({ code, text: '' });
      expect({ code, params: placeholdersIn(text['zh-CN']) }).toEqual({ code, params: placeholdersIn(text.en) });
    }
  });

  it('decision 9: is given the parameters its texts want, no more and no fewer', () => {
    const written = uses.filter(({ kind, params }) => kind !== 'terms' && params !== undefined);
    const wrong = written.filter(({ kind, code, params }) => {
      const wanted = placeholdersIn(textsOf(kind).get(code)?.en ?? '');
      return !/^\d+$/.test(wanted.join('')) && wanted.join() !== params?.join();
    });
    expect(wrong).toEqual([]);
  });
});
