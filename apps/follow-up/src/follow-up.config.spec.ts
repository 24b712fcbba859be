import { ConfigurationError, loadConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { FollowUpConfig } from './follow-up.config.js';

const load = (publicUrl: string) =>
  loadConfig(FollowUpConfig, { DATABASE_URL: 'postgres://x@127.0.0.1/x', PUBLIC_URL: publicUrl });

describe('where links in messages to patients lead', () => {
  it.each(['https://care.example.org', 'https://care.example.org:8443/', 'http://127.0.0.1:3000', 'http://[::1]', ''])(
    'FU-4 takes %j',
    (publicUrl) => {
      expect(load(publicUrl).publicUrl).toBe(publicUrl || 'http://127.0.0.1');
    },
  );

  it.each([
    'http://care.example.org',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://10.0.0.5:3000',
    'https://care.example.org/app',
    'https://user@care.example.org',
    'care.example.org',
  ])('FU-4 refuses %j at the start, and says why', (publicUrl) => {
    const fault = /\n {2}PUBLIC_URL: must be an https origin, for instance https:\/\/care\.example\.org/;
    expect(() => load(publicUrl)).toThrow(ConfigurationError);
    expect(() => load(publicUrl)).toThrow(fault);
  });
});
