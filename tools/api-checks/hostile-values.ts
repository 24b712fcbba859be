import fc from 'fast-check';

/** Told to the hospital in many places, and never to be found in its logs. */
export const SECRETS = { phone: '13912345678', password: 'Geheim-nicht-loggen-42', name: '欧阳保密者' };

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

/** What no field expects: wrong types, tricks of encodings, sizes and names. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    '𠮷🙂',
    '葉东珅',
    "'; DROP TABLE person; --",
    '%00',
    '../../etc/passwd',
    '{{7*7}}',
    '${jndi:ldap://x}',
    '<script>alert(1)</script>',
    'x'.repeat(5_000),
    '9999-99-99',
    '2026-02-30T25:61:61+99:00',
    'NaN',
    'Infinity',
    '1e400',
    [],
    {},
    [[]],
    [null],
    { $gt: '' },
    { toString: 1 },
    { length: -1 },
    nested(40),
    SECRETS.phone,
    SECRETS.name,
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.array(fc.integer(), { maxLength: 4 }),
);

/** Bodies that are not even JSON objects, as they go over the wire. */
export const hostileBody: fc.Arbitrary<string | Buffer> = fc.constantFrom<string | Buffer>(
  '',
  'null',
  '[]',
  '"x"',
  '42',
  '{',
  '{"a":}',
  '{"a":1,}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
  `${'['.repeat(20_000)}`,
  Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  `{"a":"${'x'.repeat(1_100_000)}"}`,
);
