import type { JsMsg } from '@nats-io/jetstream';
import { describe, expect, it } from '@jest/globals';
import { deliveryOf } from './delivery.js';

const keyOf = (text: string) => {
  const message = { subject: 'patients.person.updated.v1', seq: 7, string: () => text } as unknown as JsMsg;
  return deliveryOf(message, undefined).key;
};

describe('the lane of an event', () => {
  it.each([
    ['{"partitionkey":"p-1","data":{}}', 'p-1'],
    ['{ "partitionkey" : "王\\u5c0f\\"明" }', '王小"明'],
  ])('is its key: %s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it.each(['', 'not json', '{}', '{"partitionkey":7}', '{"partitionkey":""}', '{"partitionkey":"\\xff"}'])(
    'is its own when it has none that can be used: %s',
    (text) => {
      expect(keyOf(text)).toBe('no key, sequence 7');
    },
  );

  it('is its own when the key cannot be kept', () => {
    expect(keyOf(JSON.stringify({ partitionkey: 'a\0b' }))).toBe('no key, sequence 7');
    expect(keyOf(JSON.stringify({ partitionkey: 'k'.repeat(501) }))).toBe('no key, sequence 7');
  });
});
