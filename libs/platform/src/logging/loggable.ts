import { faultText, sqlStateOf } from './fault-text.js';

/** Under these names there is personal data, a secret, or bulk that holds either. Compared in small letters. */
const WITHHELD = new Set(
  [
    ...['authorization', 'cookie', 'set-cookie', 'headers', 'ticket', 'token', 'accessToken', 'refreshToken', 'secret'],
    ...['password', 'newPassword', 'oldPassword', 'passwordHash', 'signingKey', 'apiKey'],
    ...['name', 'fullName', 'familyName', 'givenName', 'patientName', 'pinyin', 'displayName', 'username', 'contact'],
    ...['phone', 'phones', 'mobile', 'telephone', 'email', 'address', 'birthDate', 'birthday', 'wechat'],
    ...['nationalId', 'idNumber', 'passport', 'mrn', 'recordNumber', 'recordNumbers', 'identifier', 'identifiers'],
    ...[
      'parameters',
      'query',
      'detail',
      'where',
      'driverError',
      'body',
      'data',
      'event',
      'text',
      'raw',
      'remoteAddress',
    ],
  ].map((name) => name.toLowerCase()),
);
const WITHHELD_TEXT = '[withheld]';
const DEPTH = 5;

/** An error as it is logged: what kind, which code, where in our code. */
export function loggableError(error: Error, depth = 0): Record<string, unknown> {
  const { driverError } = error as { driverError?: unknown };
  const { code, constraint, table } = (driverError ?? error) as Record<string, unknown>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const more = { code: sqlStateOf(error) ?? code, constraint, table };
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: faultText(error),
    stack: frames.join('\n'),
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => typeof value === 'string')),
    ...(error.cause instanceof Error && depth < DEPTH ? { cause: loggableError(error.cause, depth + 1) } : {}),
  };
}

/** The same value without what must not be logged, however deep it lies. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return loggableError(value);
  if (depth >= DEPTH || ArrayBuffer.isView(value)) return WITHHELD_TEXT;
  if (Array.isArray(value)) return value.map((item) => loggable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      WITHHELD.has(key.toLowerCase()) ? WITHHELD_TEXT : loggable(item, depth + 1),
    ]),
  );
}

/** Chinese text, mobile numbers, national ids and mail addresses. Log lines are English: whatever Chinese there is came from data. */
const PERSONAL = new RegExp(
  [
    String.raw`[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+`,
    String.raw`(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9]\d{9}(?![0-9A-Za-z])`,
    String.raw`(?<![0-9A-Za-z.])\d{6}(?:18|19|20)\d{9}[\dXx](?![0-9A-Za-z])`,
    String.raw`[\w.+-]+@[\w-]+\.[\w.-]+`,
  ].join('|'),
  'gu',
);

/** The last look at a line before it is written, for what reached it inside a sentence. */
export function maskLine(line: string): string {
  return line.replace(PERSONAL, '***');
}

/**
 * An error as operations read it, who may not see patients: what kind, in words that quote nobody's data, and where in
 * our code, with what caused it.
 */
export function faultReport(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return maskLine(faultText(error));
  const { type, message, stack } = loggableError(error) as Record<'type' | 'message' | 'stack', string>;
  const cause =
    error.cause instanceof Error && depth < DEPTH ? `\ncaused by ${faultReport(error.cause, depth + 1)}` : '';
  return maskLine(`${type}: ${message}\n${stack}`) + cause;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A word of a route of ours. */
const WORD = /^[a-z]+([-.][a-z]+)*$/;

/** The path of a request: words and UUIDs stay, any other segment may be a name or number somebody looked for. */
export function loggablePath(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return path
    .split('/')
    .map((segment) => (segment === '' || WORD.test(segment) || UUID.test(segment) ? segment : ':value'))
    .join('/');
}
