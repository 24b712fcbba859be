import { describe, expect, it } from '@jest/globals';
import { MalformedEventError, parseCloudEvent } from './cloud-event.js';

const event = {
  specversion: '1.0',
  id: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  source: '/services/patients',
  type: 'patients.person.updated.v1',
  time: '2026-03-01T08:00:00+08:00',
  datacontenttype: 'application/json',
  partitionkey: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
  data: { changed: [] },
};

describe('an event as it comes off the wire', () => {
  it('is read, with attributes it brings besides', () => {
    expect(parseCloudEvent(JSON.stringify({ ...event, comexampleextra: 'x' }))).toEqual({
      ...event,
      comexampleextra: 'x',
    });
  });

  it('has one spelling of its id', () => {
    expect(parseCloudEvent(JSON.stringify({ ...event, id: event.id.toUpperCase() })).id).toBe(event.id);
  });

  it.each([
    ['', 'not JSON'],
    ['MSH|^~\\&|', 'not JSON'],
    ['null', 'not an object'],
    ['7', 'not an object'],
    ['[]', 'specversion'],
    [JSON.stringify({ ...event, specversion: '0.3' }), 'specversion'],
    ...(['id', 'source', 'type', 'time', 'partitionkey'] as const).flatMap((field) => [
      [JSON.stringify({ ...event, [field]: undefined }), field] as [string, string],
      [JSON.stringify({ ...event, [field]: '' }), field] as [string, string],
      [JSON.stringify({ ...event, [field]: 7 }), field] as [string, string],
    ]),
    [JSON.stringify({ ...event, id: 'A1234' }), 'id is not a UUID'],
    [JSON.stringify({ ...event, partitionkey: 'a\0b' }), 'partitionkey'],
    [JSON.stringify({ ...event, partitionkey: 'k'.repeat(501) }), 'partitionkey'],
  ])('is malformed when it is %j', (text, reason) => {
    expect(() => parseCloudEvent(text)).toThrow(MalformedEventError);
    expect(() => parseCloudEvent(text)).toThrow(reason);
  });
});
