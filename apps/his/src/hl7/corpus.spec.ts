import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { bytesOf, OWN_MESSAGES } from '../../test/corpus/chinese-messages.js';
import { EXPECTED_ANSWERS } from '../../test/corpus/expected-answers.js';
import { answersTo, interpretFrame } from './interpretation.js';

const CORPUS = new URL('../../test/corpus/', import.meta.url);
const stamp = { now: new Date('2026-01-31T02:30:00Z'), newMessageId: () => 'OURS' };

const files = readdirSync(CORPUS).filter((name) => name.endsWith('.hl7'));
const read = (file: string) => interpretFrame(readFileSync(new URL(file, CORPUS)), []);

function answersOf(file: string): string {
  const interpretations = read(file);
  if (interpretations.length === 0) return 'no message';
  const answers = interpretations.flatMap((interpretation) =>
    answersTo(interpretation, stamp).map(({ code }) => {
      const { outcome } = interpretation;
      return outcome?.ok === false ? `${code} ${outcome.problem.code}` : code;
    }),
  );
  return answers.join(' ') || 'no answer';
}

describe('the corpus', () => {
  it('IN-1 has an expected answer for every file', () => {
    expect(files.toSorted()).toEqual(Object.keys(EXPECTED_ANSWERS).toSorted());
  });

  it.each(Object.entries(EXPECTED_ANSWERS).map(([file, [answers, why]]) => ({ file, answers, why })))(
    'IN-1 $file → $answers: $why',
    ({ file, answers }) => {
      expect(answersOf(file)).toBe(answers);
    },
  );

  it.each(OWN_MESSAGES)('IN-1 $file holds the bytes its code makes', (message) => {
    expect(readFileSync(new URL(message.file, CORPUS)).equals(bytesOf(message))).toBe(true);
  });
});

describe('what the corpus says', () => {
  const factsOf = (file: string) => read(file).flatMap(({ outcome }) => (outcome?.ok ? outcome.value.facts : []));

  it.each(['own-a03-gb18030.hl7', 'own-a03-gb18030-undeclared.hl7'])(
    'IN-1 %s is the discharge of 葉东珅, whose bytes contain `~` and `|`',
    (file) => {
      const bytes = readFileSync(new URL(file, CORPUS));
      expect(bytes.includes(Buffer.of(0xc8, 0x7e)) && bytes.includes(Buffer.of(0xab, 0x7c))).toBe(true);
      expect(factsOf(file)).toMatchObject([
        {
          kind: 'visit-discharged',
          patient: { name: '葉东珅', sex: 'female', birthDate: '1949-12-31' },
          visit: { departmentName: '心血管内科', dischargedAt: { iso: '2026-01-31T10:00:00+08:00' } },
        },
      ]);
    },
  );

  it('FU-6 own-a03-deceased is the discharge of a patient who died', () => {
    expect(factsOf('own-a03-deceased.hl7')).toMatchObject([
      { kind: 'visit-discharged', patient: { name: '胡某某', deceased: true }, visit: { disposition: '5' } },
    ]);
  });

  it('PT-3 own-a40 retires three numbers into two patients', () => {
    expect(factsOf('own-a40.hl7')).toMatchObject([
      { patient: { primary: { value: '00088002' } }, retired: [{ value: '00099002' }] },
      { patient: { primary: { value: '00088004' } }, retired: [{ value: '00099004' }, { value: '00099005' }] },
    ]);
  });

  it('IN-1 ms-adt-a03-01 is the discharge of 2015-02-09 with diagnosis and procedure', () => {
    expect(factsOf('ms-adt-a03-01.hl7')).toMatchObject([
      {
        kind: 'visit-discharged',
        patient: {
          primary: { issuer: 'test1', value: 'PATID1234', type: 'MR' },
          birthDate: '1988-08-18',
          deceased: true,
        },
        visit: {
          visitNumber: '40007716',
          dischargedAt: { iso: '2015-02-09T11:34:19+01:10' },
          diagnoses: [{ code: '422504002' }],
          procedures: [{ code: '76164006', at: { iso: '2005-01-25T11:40:00+01:00', precision: 'minute' } }],
        },
      },
    ]);
  });

  it('IN-1 every refusal names a place and a reason, in the answer too', () => {
    const refusals = files.flatMap(read).filter(({ outcome }) => outcome?.ok === false);
    expect(refusals.length).toBeGreaterThan(25);
    for (const refusal of refusals) {
      const problem = refusal.outcome?.ok === false ? refusal.outcome.problem : undefined;
      expect(answersTo(refusal, stamp)[0]?.text).toMatch(new RegExp(`\\rERR\\|.*${problem?.code}`));
    }
  });
});
