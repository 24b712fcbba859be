import { IsBoolean, IsInt, IsOptional, IsString } from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, describeConfig, Env, loadConfig } from './load-config.js';
import { ServiceConfig } from './service-config.js';

class WardConfig extends ServiceConfig {
  @Env('WARD_BEDS') @IsInt() beds: number = 30;
  @Env('WARD_QUIET') @IsBoolean() quiet: boolean = false;
  @Env('WARD_MOTTO') @IsOptional() @IsString() motto?: string;
}

const database = { DATABASE_URL: 'postgres://ward@127.0.0.1/ward' };
const load = (environment: Record<string, string>) => loadConfig(WardConfig, { ...database, ...environment });
const faultOf = (environment: Record<string, string>, type: new () => object = WardConfig): string => {
  try {
    loadConfig(type, environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'none';
};

describe('the configuration of a service', () => {
  it('takes text, numbers and switches from the environment, and defaults for the rest', () => {
    const config = load({ WARD_BEDS: '12', WARD_QUIET: 'true', WARD_MOTTO: '慢慢来' });
    expect(config).toMatchObject({ beds: 12, quiet: true, motto: '慢慢来', host: '127.0.0.1', eventAttempts: 6 });
    expect(load({ WARD_QUIET: '1' }).quiet).toBe(true);
    expect(load({ WARD_QUIET: '0' }).quiet).toBe(false);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(load({ WARD_BEDS: '', WARD_MOTTO: '', SERVICE_HOST: '' })).toMatchObject({ beds: 30, host: '127.0.0.1' });
    expect(load({ WARD_MOTTO: '' }).motto).toBeUndefined();
  });

  it('names every variable at fault at once, by its own name', () => {
    const fault = faultOf({ WARD_BEDS: 'many', WARD_QUIET: 'perhaps', EVENT_CONCURRENCY: '0', NATS_URL: 'localhost' });
    for (const variable of ['DATABASE_URL', 'WARD_BEDS', 'WARD_QUIET', 'EVENT_CONCURRENCY', 'NATS_URL']) {
      expect(fault).toContain(`\n  ${variable}: `);
    }
    expect(fault.split('\n')).toHaveLength(6);
  });

  it.each([
    ['WARD_BEDS', ' '],
    ['WARD_BEDS', '3.5'],
    ['WARD_BEDS', 'Infinity'],
    ['WARD_QUIET', 'TRUE'],
    ['SERVICE_PORT', '70000'],
    ['NATS_REPLICAS', '2'],
    ['DATABASE_DIRECT_URL', 'mysql://x'],
    ['JWKS_URL', 'staff:3001/.well-known/jwks.json'],
    ['HOSPITAL_ZONE', 'Asia/Shangai'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%j', (variable, value) => {
    expect(faultOf({ ...database, [variable]: value })).toContain(`\n  ${variable}: `);
  });

  it('starts a process that keeps nothing without a database', () => {
    class GatewayConfig extends ServiceConfig {
      override get hasDatabase(): boolean {
        return false;
      }
    }
    expect(faultOf({}, GatewayConfig)).toBe('none');
    expect(faultOf({})).toContain('DATABASE_URL');
  });

  it('takes the direct connection to be the pooled one unless told', () => {
    expect(load({}).directUrl).toBe(database.DATABASE_URL);
    const direct = 'postgresql://ward@127.0.0.1:5433/ward';
    expect(load({ DATABASE_DIRECT_URL: direct }).directUrl).toBe(direct);
  });

  it('lists every variable with its default', () => {
    const listed = new Map(describeConfig(WardConfig).map((entry) => [entry.variable, entry.default]));
    expect(listed.get('WARD_BEDS')).toBe(30);
    expect(listed.get('HOSPITAL_ZONE')).toBe('Asia/Shanghai');
    expect(listed.has('DATABASE_URL')).toBe(true);
    expect(describeConfig(ServiceConfig).map((entry) => entry.variable)).not.toContain('WARD_BEDS');
  });
});
