import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { aDischarge, codeOf, startHis, type HisService } from './his-service.js';
import { EXPECTED_ANSWERS } from './corpus/expected-answers.js';

const bytesOf = (file: string): Buffer => readFileSync(new URL(`./corpus/${file}`, import.meta.url));

/** `AA AE 102 AA` → AA, AE, AA. */
const codesIn = (expected: string): string[] => expected.split(' ').filter((word) => /^[AC][AER]$/.test(word));

describe('the corpus over TCP', () => {
  let his: HisService;
  beforeAll(async () => {
    his = await startHis();
  });
  afterAll(() => his.stop());

  it.each(Object.entries(EXPECTED_ANSWERS).map(([file, [answers]]) => ({ file, answers })))(
    'IN-1 $file → $answers, and the next message is answered too',
    async ({ file, answers }) => {
      const sender = await his.sender();
      const codes = codesIn(answers);
      expect((await sender.exchange(bytesOf(file), codes.length)).map(codeOf)).toEqual(codes);
      const next = aDischarge();
      expect(String(await sender.send(next.bytes))).toContain(`MSA|AA|${next.controlId}`);
      await sender.close();
    },
  );

  it('IN-1 was stored: each refusal with its reason, each message with its answer', async () => {
    const all = await his.messages('limit=200');
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(25);
    expect(refused.every(({ errors: [error] }) => error !== undefined && error.text !== '')).toBe(true);
    const [discharge] = await his.messages(`visitNumber=40007716&filter=event eq 'A03'`);
    expect(discharge).toMatchObject({ recordNumber: 'PATID1234', status: 'accepted' });
  });
});
