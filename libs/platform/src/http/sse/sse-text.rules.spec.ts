import { describe, expect, it } from '@jest/globals';
import { lastEventIdIn, sseText } from './sse-text.rules.js';

describe('an event on a stream', () => {
  it('ADR 0031: is text that no data can break', () => {
    const data = { text: '第一行\n\nid: 7\r\ndata: x' };
    const text = sseText({ id: 'n-1', event: 'notification', data });
    expect(text).toBe(`id: n-1\nevent: notification\ndata: ${JSON.stringify(data)}\n\n`);
    expect(text.split('\n')).toHaveLength(5);
  });

  it.each(['a\nb', 'a\rb', '', 'a\0', 'x'.repeat(201)])('ADR 0031: has no id or name such as %j', (line) => {
    expect(() => sseText({ id: line, data: 1 })).toThrow();
    expect(() => sseText({ event: line, data: 1 })).toThrow();
    expect(lastEventIdIn(line)).toBeUndefined();
  });

  it('ADR 0031: tells where a reader goes on', () => {
    expect(lastEventIdIn('n-1')).toBe('n-1');
    expect(lastEventIdIn(undefined)).toBeUndefined();
  });
});
