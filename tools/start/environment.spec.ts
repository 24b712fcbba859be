import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';

const read = (env: Record<string, string>) => readEnvironment(env, '/hospital');

describe('the environment of npm start', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      dataDir: '/hospital/.data',
      ports: {},
      databaseUrl: undefined,
      natsUrl: undefined,
      natsPasswords: {},
      forServices: {
        HOSPITAL_NAME: '示范医院 Demo Hospital',
        HOSPITAL_ZONE: 'Asia/Shanghai',
        TOKEN_ISSUER: 'hospital-customer-service',
        LOG_LEVEL: 'info',
        LOG_FORMAT: 'json',
      },
    });
  });

  it('moves the gateway by PORT, and rather by its own name', () => {
    expect(read({ PORT: '8080' }).ports).toEqual({ gateway: 8080 });
    expect(read({ PORT: '8080', GATEWAY_PORT: '9090', MLLP_PORT: '2576' }).ports).toEqual({
      gateway: 9090,
      mllp: 2576,
    });
  });

  it.each(['0', '65536', 'http', '30.5'])('names the variable when %s is no port', (text) => {
    expect(() => read({ MLLP_PORT: text })).toThrow(`MLLP_PORT=${text}`);
  });

  it('takes servers by URL, and does not repeat a wrong one, which may hold a password', () => {
    const env = { DATABASE_URL: 'postgresql://dba:secret@db/postgres', NATS_URL: 'tls://nats.example:4222' };
    const natsPasswords = { 'follow-up': 'of follow-up' };
    expect(read({ ...env, NATS_FOLLOW_UP_PASSWORD: 'of follow-up' })).toMatchObject({
      databaseUrl: env.DATABASE_URL,
      natsUrl: env.NATS_URL,
      natsPasswords,
    });
    expect(() => read({ DATABASE_URL: 'mysql://root:secret@db' })).toThrow(/^DATABASE_URL is not a URL(?!.*secret)/);
    expect(() => read({ NATS_URL: '127.0.0.1:4222' })).toThrow(/NATS_URL/);
  });

  it('hands services what is theirs and nothing else', () => {
    const { forServices } = read({ CLOCK_OFFSET_FILE: '/tmp/offset', LOG_LEVEL: 'debug', AWS_SECRET: 'x' });
    expect(forServices).toMatchObject({ CLOCK_OFFSET_FILE: '/tmp/offset', LOG_LEVEL: 'debug' });
    expect(forServices).not.toHaveProperty('AWS_SECRET');
  });
});
