import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { anAdt } from '../../test/corpus/an-adt.js';
import { answersTo, interpretFrame, interpretMessage, refuseUnread } from './interpretation.js';
import { DEFAULT_PROFILE } from './partner-profile.js';

const stamp = { now: new Date('2026-01-31T02:30:00Z'), newMessageId: () => 'OURS' };
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

const codesOf = (bytes: Buffer): string[] =>
  interpretFrame(bytes, []).flatMap((interpretation) => answersTo(interpretation, stamp).map(({ code }) => code));

describe('a frame', () => {
  it.each(['ACK', 'ACK^A03^ACK', 'ADT^A03^ACK'])(
    'HL7 v2 that is itself an acknowledgement (%s) is never answered',
    (type) => {
      const bytes = utf8(anAdt({ msh: { 9: type } }));
      expect(codesOf(bytes)).toEqual([]);
      expect(codesOf(Buffer.concat([bytes, Buffer.of(0xff, 0xff)]))).toEqual([]);
    },
  );

  it('HL7 v2 in enhanced mode is committed, then answered', () => {
    expect(codesOf(utf8(anAdt({ msh: { 15: 'AL', 16: 'AL' } })))).toEqual(['CA', 'AA']);
    expect(codesOf(utf8(anAdt({ msh: { 15: 'AL', 16: 'NE' }, pid: null })))).toEqual(['CE']);
  });

  it('HL7 v2 that no character set fits is refused in the sender’s own bytes', () => {
    const facility = iconv.encode('市一医院', 'gb18030');
    const [before, after] = anAdt({ msh: { 4: '@@' } }).split('@@') as [string, string];
    const bytes = Buffer.concat([utf8(before), facility, utf8(after), Buffer.of(0xff, 0xff)]);
    const [interpretation] = interpretFrame(bytes, []);
    const [answer] = answersTo(interpretation!, stamp);
    expect(answer?.text).toContain('MSA|AE|M1|MSH-18: ');
    expect(answer?.bytes.includes(facility)).toBe(true);
  });

  it('HL7 v2 undeclared is read with the partner’s default', () => {
    const profile = { ...DEFAULT_PROFILE, code: 'lab', sendingApplication: 'HIS', charset: 'iso-8859-1' as const };
    const bytes = Buffer.from(anAdt({ pid: { 5: 'M\u00fcller' }, pv1: { 3: '' } }), 'latin1');
    const [interpretation] = interpretFrame(bytes, [profile]);
    expect(interpretation).toMatchObject({ charset: 'iso-8859-1', profile: { code: 'lab' }, outcome: { ok: true } });
  });

  it('IN-1 is accepted once its partner’s profile is repaired', () => {
    const text = anAdt({ pv1: { 2: '特需' } });
    const repaired = { ...DEFAULT_PROFILE, visitClasses: { 特需: 'outpatient' as const } };
    expect(interpretMessage(text, 'utf-8', []).outcome).toMatchObject({ ok: false, problem: { code: 103 } });
    expect(interpretMessage(text, 'utf-8', [repaired]).outcome?.ok).toBe(true);
  });

  it('HL7 v2 too long to read is refused by what its beginning says, and not at all when it says nothing', () => {
    const head = utf8(anAdt()).subarray(0, 120);
    expect(refuseUnread(head, [], 'over 10 MiB', stamp)?.toString()).toContain('MSA|AE|M1|MSH: over 10 MiB');
    expect(refuseUnread(utf8('GET / HTTP/1.1'), [], 'over 10 MiB', stamp)).toBeUndefined();
  });

  it.each([
    ['line ends', 'MSH|^~\\&|HIS|H1|||20260131||ADT^A28|M1|P|2.5\r', 'x\r'],
    ['messages', '', 'MSH|^~\\&|HIS|H1|||20260131||ADT^A28|M1|P|2.5\r'],
  ])('IN-1 of %s by the hundred thousand is refused as a whole', (_case, start, repeated) => {
    const [first, ...others] = interpretFrame(utf8(start + repeated.repeat(100_000)), []);
    expect(others).toEqual([]);
    expect(answersTo(first!, stamp)[0]?.text).toContain('MSA|AE|M1|MSH: more than 50000 segments');
  });

  it('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((junk) => Buffer.from(junk)),
      fc.tuple(fc.nat(400), fc.uint8Array({ maxLength: 8 })).map(([at, junk]) => {
        const good = utf8(anAdt());
        return Buffer.concat([good.subarray(0, at), junk, good.subarray(at)]);
      }),
    );
    fc.assert(fc.property(bytes, (frame) => void codesOf(frame)));
  });
});
