import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { bytesOf, OWN_MESSAGES } from '../../test/corpus/chinese-messages.js';
import { answersTo, interpretFrame } from './interpretation.js';

const CORPUS = new URL('../../test/corpus/', import.meta.url);
const stamp = { now: new Date('2026-01-31T02:30:00Z'), newMessageId: () => 'OURS' };

const taken = (why: string): [string, string] => ['AA', why];
const noVisit = 'opens a visit without number in PV1-19 or PID-18: the patient is kept, the sender is warned';
const noPv1 = 'opens a visit without PV1: the patient is kept, the sender is warned';
const notYet = (type: string): [string, string] => ['AR 200', `${type} is not taken by this service`];
const training = ['AR 202', 'MSH-11 is T: a training message must not touch real patients'] as const;

/** Every file, the answers it gets (with the HL7 error code of a refusal), and why. */
const EXPECTED: Readonly<Record<string, readonly [answers: string, why: string]>> = {
  'cosyte-batch-bare-message.hl7': taken(noVisit),
  'cosyte-batch-count-mismatch.hl7': ['AA AA', `the messages are whole, only the trailer miscounts; ${noVisit}`],
  'cosyte-batch-malformed-mid-batch.hl7': ['AA AE 102 AA', 'the broken one (MSH|^~) does not spoil its neighbours'],
  'cosyte-batch-multi-batch-file.hl7': ['AA AA AA', `one answer a message; ${noVisit}`],
  'cosyte-batch-single-batch.hl7': ['AA AA', `one answer a message; ${noVisit}`],
  'cosyte-canonical-adt-a01.hl7': taken('a whole admission'),
  'cosyte-canonical-adt-a04.hl7': taken('a whole registration'),
  'cosyte-canonical-adt-a08.hl7': taken('a whole update'),
  'cosyte-canonical-adt-a18-merge-deprecated.hl7': ['AR 201', 'A18 was replaced by A40'],
  'cosyte-canonical-adt-a24-link.hl7': ['AR 201', 'linking is not merging'],
  'cosyte-canonical-adt-a34-merge.hl7': ['AR 201', 'A34 was replaced by A40'],
  'cosyte-canonical-adt-a40-merge.hl7': taken('a whole merge'),
  'cosyte-canonical-adt-a43-move.hl7': ['AR 201', 'moving an identifier is not merging'],
  'cosyte-canonical-nested-subcomponents.hl7': taken('subcomponents of an unused name part'),
  'cosyte-canonical-orm-o01.hl7': notYet('ORM'),
  'cosyte-canonical-oru-r01-sn-results.hl7': notYet('ORU'),
  'cosyte-canonical-oru-r01.hl7': notYet('ORU'),
  'cosyte-canonical-siu-s12-appointment.hl7': notYet('SIU'),
  'cosyte-canonical-siu-s12.hl7': notYet('SIU'),
  'cosyte-canonical-z-segments.hl7': taken('unknown segments are passed over'),
  'cosyte-charset-utf8-name.hl7': taken(noPv1),
  'cosyte-datetime-no-timezone-midnight.hl7': taken(noPv1),
  'cosyte-datetime-precision-year.hl7': taken(`a birth year is a birth date of that precision; ${noPv1}`),
  'cosyte-datetime-tz-offset.hl7': notYet('ORU'),
  'cosyte-edge-cases-consecutive-delimiters.hl7': taken(noPv1),
  'cosyte-edge-cases-crlf-line-endings.hl7': taken(noVisit),
  'cosyte-edge-cases-custom-msh-delimiters.hl7': taken(noPv1),
  'cosyte-edge-cases-decoded-br.hl7': notYet('ORU'),
  'cosyte-edge-cases-embedded-delimiters.hl7': taken('escaped delimiters in a name; an A08 needs no visit'),
  'cosyte-edge-cases-empty-fields.hl7': ['AE 101', 'the number stands in PID-4, which is not the record number'],
  'cosyte-edge-cases-escape-formatting.hl7': notYet('ORU'),
  'cosyte-edge-cases-escape-highlight.hl7': notYet('ORU'),
  'cosyte-edge-cases-lf-line-endings.hl7': taken(noVisit),
  'cosyte-edge-cases-missing-optional-segments.hl7': taken(noPv1),
  'cosyte-edge-cases-mixed-line-endings.hl7': taken(noVisit),
  'cosyte-edge-cases-no-trailing-newline.hl7': taken(noVisit),
  'cosyte-edge-cases-null-fields.hl7': taken(noPv1),
  'cosyte-edge-cases-trailing-newline.hl7': taken(noVisit),
  'cosyte-edge-cases-truncation-char-msh2.hl7': notYet('ORU'),
  'cosyte-edge-cases-unicode-names.hl7': taken(noVisit),
  'cosyte-edge-cases-unknown-escapes.hl7': notYet('ORU'),
  'cosyte-malformed-empty-input.hl7': ['no message', 'nothing came, so there is nothing to answer'],
  'cosyte-malformed-invalid-encoding-characters.hl7': ['AE 102', 'two of four delimiters: no text can be trusted'],
  'cosyte-malformed-msh-too-short.hl7': ['AE 102', 'MSH without delimiters, answered without MSA-2'],
  'cosyte-malformed-no-msh-segment.hl7': ['AE 100', 'no MSH, answered without MSA-2'],
  'cosyte-stream-malformed-mid-stream.hl7': ['AA AE 102 AA', 'the broken one does not spoil its neighbours'],
  'cosyte-stream-mixed-terminators.hl7': ['AA AE 100', 'a discharge without PV1 closes nothing: kept for repair'],
  'cosyte-stream-split-across-chunks.hl7': ['AA AE 101', 'a discharge without visit number: kept for repair'],
  'cosyte-text-formatting-note.hl7': notYet('ORU'),
  'cosyte-text-hex-and-delimiters.hl7': notYet('ORU'),
  'cosyte-text-highlight.hl7': notYet('ORU'),
  'cosyte-text-inject-on-encode.hl7': notYet('ORU'),
  'ms-adt-a01-01.hl7': taken('a whole admission; MSH-9.2 wins over EVN-1'),
  'ms-adt-a02-01.hl7': taken('a whole transfer; EVN-1 says A01 and loses'),
  'ms-adt-a03-01.hl7': taken('a whole discharge (of a patient who died); EVN-1 says A01 and loses'),
  'ms-adt-a04-01.hl7': taken('a whole registration'),
  'ms-adt-a05-01.hl7': taken('a whole pre-admission'),
  'ms-adt-a08-01.hl7': taken('a whole update'),
  'ms-adt-a11-01.hl7': taken('a cancelled admission'),
  'ms-adt-a13-01.hl7': taken('a cancelled discharge'),
  'ms-adt-a28-01.hl7': taken('a new person'),
  'ms-adt-a31-01.hl7': taken('an updated person'),
  'ms-adt-a40-01.hl7': ['no answer', 'taken; MSH-15 and MSH-16 are NE, so the sender wants to hear nothing'],
  'ms-adt-a45-01.hl7': ['AR 201', 'moving a visit is not supported'],
  'ms-adt-a47-01.hl7': ['AR 201', 'changing an identifier is not supported'],
  'ms-adt-a60-01.hl7': ['AR 201', 'adverse reactions are not supported'],
  'ms-adt01-23.hl7': taken('version 2.3 behind a byte order mark'),
  'ms-adt04-251.hl7': training,
  'ms-lab-oru-1.hl7': training,
  'ms-oru-r01-01.hl7': ['CR 202', 'enhanced mode: a training message is refused at the door'],
  'ms-siu-s12-01.hl7': notYet('SIU'),
  'ms-siu-s12_1.hl7': notYet('SIU'),
  'ms-siu-s13-01.hl7': notYet('SIU'),
  'ms-siu-s14-01.hl7': notYet('SIU'),
  'ms-siu-s15-01.hl7': notYet('SIU'),
  'ms-siu-s16-01.hl7': notYet('SIU'),
  'ms-siu-s17-01.hl7': notYet('SIU'),
  'ms-siu-s26-01.hl7': notYet('SIU'),
  'own-a01-utf8.hl7': taken('a Chinese admission'),
  'own-a03-deceased.hl7': taken('a death is a discharge too'),
  'own-a03-gb18030-undeclared.hl7': taken('not UTF-8, so GB 18030'),
  'own-a03-gb18030.hl7': taken('delimiter bytes inside a name'),
  'own-a03-utf8.hl7': taken('pinyin beside the name'),
  'own-a40.hl7': taken('two merges in one message'),
};

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
    expect(files.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
  });

  it.each(Object.entries(EXPECTED).map(([file, [answers, why]]) => ({ file, answers, why })))(
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
    expect(refusals.length).toBeGreaterThan(30);
    for (const refusal of refusals) {
      const problem = refusal.outcome?.ok === false ? refusal.outcome.problem : undefined;
      expect(answersTo(refusal, stamp)[0]?.text).toMatch(new RegExp(`\\rERR\\|.*${problem?.code}`));
    }
  });
});
