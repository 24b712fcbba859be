import { ServiceConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { connectionOptions } from './connection-options.js';

/** nkeys' own example; nobody's key. */
const SEED = 'SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY';

function optionsFor(fields: Partial<ServiceConfig>) {
  return connectionOptions(Object.assign(new ServiceConfig(), fields));
}

/** What is sent to a server that greets with this nonce. */
function loginFor(fields: Partial<ServiceConfig>): unknown {
  const { authenticator } = optionsFor(fields);
  return typeof authenticator === 'function' ? authenticator('nonce') : authenticator;
}

describe('the connection to the broker', () => {
  it('decision 10: takes user and password from settings of their own, else from the URL, which it then leaves out', () => {
    const natsUrl = 'nats://his:p%40ss@one.example:4222, nats://two.example';
    expect(optionsFor({ natsUrl }).servers).toEqual(['nats://one.example:4222', 'nats://two.example']);
    expect(loginFor({ natsUrl })).toEqual({ user: 'his', pass: 'p@ss' });
    expect(loginFor({ natsUrl, natsUser: 'staff', natsPassword: 'other' })).toEqual({ user: 'staff', pass: 'other' });
    expect(loginFor({})).toBeUndefined();
  });

  it('signs the nonce with an NKEY when it has one', () => {
    const natsUser = 'staff';
    expect(loginFor({ natsUser, natsNkeySeed: SEED })).toEqual({
      nkey: expect.stringMatching(/^U[A-Z2-7]{55}$/),
      sig: expect.any(String),
    });
  });

  it('demands TLS for tls:// and for certificates, and leaves it to the server otherwise', () => {
    expect(optionsFor({}).tls).toBeUndefined();
    expect(optionsFor({ natsUrl: 'tls://nats.example' }).tls).toEqual({});
    expect(optionsFor({ natsCaFile: 'ca.pem' }).tls).toEqual({ caFile: 'ca.pem' });
    const natsCertFile = 'me.pem';
    expect(optionsFor({ natsCertFile, natsKeyFile: 'me.key' }).tls).toEqual({ certFile: 'me.pem', keyFile: 'me.key' });
  });
});
