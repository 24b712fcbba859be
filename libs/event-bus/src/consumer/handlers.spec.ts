import type { MessageHandler } from '@nestjs/microservices';
import { describe, expect, it } from '@jest/globals';
import { Handlers } from './handlers.js';

const handler = (batch: boolean): MessageHandler => Object.assign(() => Promise.resolve(), { extras: { batch } });

const handlers = new Handlers(
  new Map([
    ['patients.person.updated.v1', handler(false)],
    ['patients.person.updated.v2', handler(true)],
    ['his.visit.discharged.v1', handler(false)],
  ]),
);

describe('what a service does with a subject', () => {
  it.each([
    ['patients.person.updated.v1', { kind: 'handled', batch: false }],
    ['patients.person.updated.v2', { kind: 'handled', batch: true }],
    // A version it will learn later must not be passed over in silence.
    ['patients.person.updated.v3', { kind: 'unknown-version' }],
    ['patients.person.updated.v12', { kind: 'unknown-version' }],
    ['patients.person.merged.v1', { kind: 'ignored' }],
    ['patients.person.updated.vx', { kind: 'ignored' }],
    ['constructor', { kind: 'ignored' }],
  ])('%s', (subject, route) => {
    expect(handlers.route(subject)).toEqual(route);
  });

  it('needs each stream once', () => {
    expect(handlers.streams()).toEqual(['patients', 'his']);
  });
});
