import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDelimiters } from './escapes.rules.js';
import type { Hl7Message } from './message.js';
import { parseMessage, splitMessages } from './parser.js';

const MSH = 'MSH|^~\\&|HIS|H1|CSC|CSC|20260101||ADT^A03|M1|P|2.4';

function read(text: string): Hl7Message {
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.problem.text);
  return parsed.value;
}

const noteOf = (raw: string): string | null | undefined => read(`${MSH}\rNTE|1||${raw}`).first('NTE')?.text(3);

describe('a message', () => {
  it.each(['\r', '\n', '\r\n'])('HL7 v2 is cut into segments at %j', (end) => {
    const message = read([MSH, 'PID|1||A', 'PID|2||B', ''].join(end));
    expect(message.segments.map(({ name, sequence }) => `${name}${sequence}`)).toEqual(['MSH1', 'PID1', 'PID2']);
  });

  it('HL7 v2 counts MSH fields from the separator', () => {
    const { header } = read(MSH);
    expect([header.raw(1), header.raw(2), header.raw(3), header.text(9, 2)]).toEqual(['|', '^~\\&', 'HIS', 'A03']);
  });

  it('HL7 v2 takes its delimiters from MSH-1 and MSH-2', () => {
    const pid = read('MSH@~&#\\@HIS\rPID@1@@A~~~H\\X~MR&B').first('PID');
    expect(pid?.repetitions(3).map((id) => [id.text(1), id.text(4, 2), id.text(5)])).toEqual([
      ['A', 'X', 'MR'],
      ['B', undefined, undefined],
    ]);
  });

  it('HL7 v2 tells a deleted value from one the sender says nothing about', () => {
    const pid = read(`${MSH}\rPID|1||A^""||""||^|`).first('PID');
    expect([pid?.text(5), pid?.text(5, 2), pid?.text(3, 2), pid?.text(7), pid?.text(8), pid?.text(40)]).toEqual([
      null,
      null,
      null,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('HL7 v2 keeps a raw line break of a long text with the text', () => {
    expect(read(`${MSH}\rNTE|1||first\nsecond line\rPV1|1|I`).first('NTE')?.text(3)).toBe('first\nsecond line');
  });

  it.each([
    ['', 100],
    ['EVN|A01\rPID|1', 100],
    ['MSH', 102],
    ['MSH|^~', 102],
    ['MSH|^~|HIS', 102],
    ['MSH|^^\\&|HIS', 102],
    ['MSH|ABCD|HIS', 102],
  ])('HL7 v2 refuses %j with code %i', (text, code) => {
    expect(parseMessage(text)).toMatchObject({ ok: false, problem: { code } });
  });

  it('never throws, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('MSH|^~\\&|', 'PID|', '\r', '\n', '|', '^', '~', '\\', '&', '""'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        for (const candidate of [text, `${MSH}\r${text}`, ...splitMessages(text).messages]) {
          const parsed = parseMessage(candidate);
          if (parsed.ok) parsed.value.segments.forEach((segment) => segment.repetitions(3).map((r) => r.text(2, 2)));
        }
      }),
    );
  });
});

describe('an escape', () => {
  it.each([
    ['a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f', 'a|b^c&d~e\\f'],
    ['one\\.br\\two', 'one\ntwo'],
    ['\\X0D0A\\', undefined],
    ['a\\X21\\', 'a!'],
    ['\\XE5BCA0\\三', '张三'],
    // Not UTF-8, a NUL, odd digits: kept, never guessed.
    ['\\XFFFE\\', '\\XFFFE\\'],
    ['\\X00\\', '\\X00\\'],
    ['\\X1\\', '\\X1\\'],
    ['\\Z99\\ x', '\\Z99\\ x'],
    ['\\H\\high\\N\\', '\\H\\high\\N\\'],
    ['\\.sp\\\\.ce\\x', '\\.sp\\\\.ce\\x'],
    ['C:\\dir\\F\\x', 'C:\\dir|x'],
    ['open \\', 'open \\'],
    ['X\\F\\Y\\S\\Z\\R\\W\\E\\Q\\T\\V', 'X|Y^Z~W\\Q&V'],
  ])('HL7 v2 %j reads as %j', (raw, text) => {
    expect(noteOf(raw)).toBe(text);
  });

  it('HL7 v2.7 gives the truncation character back', () => {
    const message = read('MSH|^~\\&#|LAB\rNTE|1||no. 5\\P\\ cut#');
    expect(message.first('NTE')?.text(3)).toBe('no. 5# cut#');
    expect(readDelimiters('MSH|^~\\&#|LAB')?.truncation).toBe('#');
  });
});

describe('a batch', () => {
  const one = `${MSH}\rPID|1||A`;

  it('HL7 v2 is split into its messages', () => {
    const file = ['FHS|^~\\&', 'BHS|^~\\&', one, one, 'BTS|2', 'BHS|^~\\&', one, 'BTS|1', 'FTS|2', ''].join('\r');
    expect(splitMessages(file)).toEqual({ messages: [one, one, one], problems: [] });
  });

  it('HL7 v2 with a wrong count still gives every message, and says so', () => {
    const split = splitMessages(['BHS|^~\\&', one, 'BTS|3|late'].join('\n'));
    expect(split.messages).toHaveLength(1);
    expect(split.problems).toEqual([
      expect.objectContaining({ severity: 'warning', at: { segment: 'BTS', field: 1 } }),
    ]);
  });

  it('HL7 v2 keeps a broken message apart from its neighbours', () => {
    expect(splitMessages([one, 'MSH|^~', one].join('\r')).messages).toEqual([one, 'MSH|^~', one]);
  });

  it('HL7 v2 of nothing has no messages', () => {
    expect(splitMessages('\uFEFF\r\n  \r').messages).toEqual([]);
  });
});
