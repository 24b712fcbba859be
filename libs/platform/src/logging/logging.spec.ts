import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { runInContext } from '../context/request-context.js';
import { faultText } from './fault-text.js';
import { faultReport, loggablePath } from './loggable.js';
import { loggerOptions } from './logging.js';

const lines: string[] = [];
const logger = pino(loggerOptions('patients', 'info'), { write: (line: string) => void lines.push(line) });

/** What a call of the logger wrote. */
function written(log: () => void): { line: string; fields: Record<string, unknown> } {
  lines.length = 0;
  log();
  expect(lines).toHaveLength(1);
  return { line: lines[0] as string, fields: JSON.parse(lines[0] as string) as Record<string, unknown> };
}

function refusedBy(code: string, message: string): QueryFailedError {
  const driver = Object.assign(new Error(message), {
    code,
    detail: 'Key (name)=(王伟) already exists.',
    constraint: 'person_pkey',
    table: 'person',
  });
  return new QueryFailedError('INSERT INTO person VALUES ($1)', ['Wang Wei', '110105194912310021'], driver);
}

describe('a line of the log', () => {
  it('tells service, request, trace and account, and never the account’s name', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const actor = { id: 'account-7', name: 'Liu Yang', roles: [] };
    const { line, fields } = written(() =>
      runInContext({ requestId: 'request-1', traceparent, actor }, () => logger.info('done')),
    );
    expect(fields).toMatchObject({
      service: 'patients',
      requestId: 'request-1',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      actorId: 'account-7',
    });
    expect(line).not.toContain('Liu');
  });

  it('tells of a refused statement its code and constraint, and nothing that was in it', () => {
    for (const log of [
      (error: Error) => logger.error(error),
      (error: Error) => logger.error({ err: error }),
      (error: Error) => logger.error({ err: error }, 'An event failed'),
      (error: Error) => logger.error({ err: new Error('the effect failed', { cause: error }) }),
    ]) {
      const { line } = written(() => log(refusedBy('23505', 'duplicate key value violates "person_pkey"')));
      expect(line).toContain('person_pkey');
      expect(line).toContain('23505');
      expect(line).not.toMatch(/王伟|\*\*\*|Wang|11010519|INSERT|\$1/);
    }
  });

  it('does not repeat the value that a database or a parser could not read', () => {
    const text = faultText(refusedBy('22P02', 'invalid input syntax for type uuid: "Wang Wei"'));
    expect(text).toBe('database error 22P02');
    let syntax: unknown;
    try {
      JSON.parse('{"name": Wang Wei}');
    } catch (error) {
      syntax = error;
    }
    expect(written(() => logger.warn({ err: syntax })).line).not.toContain('Wang');
  });

  it('withholds secrets and personal fields however deep they lie', () => {
    const person = { id: 'p-1', name: 'Wang Wei', phones: ['010 6655'], nationalId: 'X', mrn: 'D0001' };
    const { line, fields } = written(() =>
      logger.info({ visit: { people: [person] }, Authorization: 'Bearer abc', cookie: 'sid=1', ticket: 't-1' }, 'x'),
    );
    expect(line).not.toMatch(/Wang|6655|"X"|D0001|Bearer|sid=1|t-1/);
    expect(fields['visit']).toMatchObject({ people: [{ id: 'p-1', name: '[withheld]' }] });
  });

  it.each([
    ['王伟 has no plan', '*** has no plan'],
    ['sent to 13800138001', 'sent to ***'],
    ['sent to +8613800138001.', 'sent to ***.'],
    ['card 11010519491231002X', 'card ***'],
    ['mail wei.wang@example.com', 'mail ***'],
  ])('masks what was put into a sentence: %s', (said, expected) => {
    expect(written(() => logger.warn(said)).fields['msg']).toBe(expected);
  });

  it.each(['019aab3e-1380-7013-8000-138001380013', 'a13812345678f', 'took 1763786343000', '0.13800138001'])(
    'leaves ids, times and figures alone: %s',
    (said) => expect(written(() => logger.warn(said)).fields['msg']).toBe(said),
  );
});

describe('the path of a request in the log', () => {
  it.each([
    ['/patients?phone=13800138000', '/patients'],
    [
      '/patients/019aab3e-1380-7013-8000-138001380013/encounters',
      '/patients/019aab3e-1380-7013-8000-138001380013/encounters',
    ],
    ['/patients/%E7%8E%8B%E4%BC%9F', '/patients/:value'],
    ['/patients/13800138000', '/patients/:value'],
    ['/patients/Wang', '/patients/:value'],
    ['/.well-known/jwks.json', '/:value/jwks.json'],
  ])('%s is %s', (url, path) => expect(loggablePath(url)).toBe(path));
});

describe('an error as operations read it', () => {
  it('PT-9: keeps what kind it is and where it came from, with its causes', () => {
    const error = new Error('no plan made', { cause: new TypeError('no such ward') });
    expect(faultReport(error)).toMatch(/^Error: no plan made\n {4}at [^]*\ncaused by TypeError: no such ward\n/);
    expect(faultReport('text')).toBe('text');
    expect(faultReport(undefined)).toBe('unknown error');
  });

  it('PT-9: quotes nobody, as a database does that refuses a name', () => {
    const refused = Object.assign(new Error('invalid input syntax for type date: "Zhang San"'), { code: '22007' });
    expect(faultReport(refused)).toMatch(/^Error: database error 22007\n/);
    expect(faultReport(new Error('王小明 13800138000 is there'))).not.toMatch(/王|138/);
  });
});
