import { describe, expect, it } from '@jest/globals';
import { acknowledgementsFor, type Verdict } from './acknowledgement-mode.rules.js';
import { buildAcknowledgement } from './acknowledgement.js';
import { readHeader, type Header } from './header.js';
import { parseMessage } from './parser.js';
import type { Problem } from './vocabulary.js';

function headerOf(text: string): Header {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.problem.text);
  return readHeader(parsed.value.header, undefined, parsed.value.delimiters);
}

const missing: Problem = {
  code: 101,
  severity: 'error',
  at: { segment: 'PID', sequence: 2, field: 3 },
  text: 'no number | none',
};
const base = { messageId: 'OURS1', sentAt: '20260131103001+0800', problems: [] };

describe('an acknowledgement', () => {
  it('HL7 v2 swaps sender and receiver and carries their id, version and character set', () => {
    const header = headerOf('MSH|^~\\&|HIS^1.2^ISO|市一|CSC|C1|20260131||ADT^A03^ADT_A03|M1|P|2.4||||||GB 18030-2000');
    expect(buildAcknowledgement(header, { ...base, code: 'AA' })).toBe(
      'MSH|^~\\&|CSC|C1|HIS^1.2^ISO|市一|20260131103001+0800||ACK^A03^ACK|OURS1|P|2.4||||||GB 18030-2000\rMSA|AA|M1\r',
    );
  });

  it('HL7 v2 is written with the sender’s own delimiters', () => {
    const header = headerOf('MSH@~&#\\@HIS@H1@CSC@C1@20260131@@ADT~A01@M1@P@2.5');
    const answer = buildAcknowledgement(header, { ...base, code: 'AE', problems: [{ ...missing, text: 'at @' }] });
    expect(answer).toContain('MSA@AE@M1@PID[2]-3: at #F#\r');
    expect(answer).toContain('ERR@@PID~2~3@101~Required field missing~HL70357@E@@@@at #F#\r');
  });

  it('HL7 v2.5 tells code, place and reason in ERR', () => {
    const header = headerOf('MSH|^~\\&|HIS|H1|CSC|C1|20260131||ADT^A03|M1|P|2.5');
    expect(buildAcknowledgement(header, { ...base, code: 'AE', problems: [missing] })).toContain(
      'ERR||PID^2^3|101^Required field missing^HL70357|E||||no number \\F\\ none\r',
    );
  });

  it('HL7 v2.4 has one field in ERR and no word for a warning', () => {
    const header = headerOf('MSH|^~\\&|HIS|H1|CSC|C1|20260131||ADT^A03|M1|P|2.4');
    const answer = buildAcknowledgement(header, {
      ...base,
      code: 'AE',
      problems: [missing, { ...missing, severity: 'warning' }],
    });
    expect(answer.match(/ERR.*\r/g)).toEqual(['ERR|PID^2^3^101&Required field missing\r']);
  });

  it('HL7 v2 answers even a message whose header nobody can read', () => {
    expect(buildAcknowledgement(undefined, { ...base, code: 'AE' })).toBe(
      'MSH|^~\\&|||||20260131103001+0800||ACK|OURS1|P|2.5.1\rMSA|AE\r',
    );
  });
});

describe('what is answered', () => {
  it.each<[string, string, Verdict, string[]]>([
    ['', '', 'accepted', ['AA']],
    ['', '', 'error', ['AE']],
    ['', '', 'rejected', ['AR']],
    ['AL', 'AL', 'accepted', ['CA', 'AA']],
    ['AL', 'AL', 'error', ['CA', 'AE']],
    ['AL', 'AL', 'rejected', ['CR']],
    ['AL', 'NE', 'accepted', ['CA']],
    ['AL', '', 'error', ['CE']],
    ['AL', 'SU', 'error', ['CE']],
    ['AL', 'ER', 'accepted', ['CA']],
    ['AL', 'ER', 'error', ['CA', 'AE']],
    ['NE', 'AL', 'accepted', ['AA']],
    ['NE', 'AL', 'error', ['AE']],
    ['NE', 'NE', 'accepted', []],
    ['NE', 'NE', 'rejected', []],
    ['ER', 'NE', 'accepted', []],
    ['ER', 'NE', 'error', ['CE']],
    ['ER', 'AL', 'rejected', ['CR']],
    ['SU', 'NE', 'accepted', ['CA']],
    ['SU', 'NE', 'rejected', []],
    ['', 'AL', 'accepted', ['AA']],
    ['??', 'NE', 'accepted', ['CA']],
  ])('HL7 v2 MSH-15 "%s", MSH-16 "%s", %s → %j', (accept, application, verdict, codes) => {
    expect(acknowledgementsFor(accept, application, verdict)).toEqual(codes);
  });
});
