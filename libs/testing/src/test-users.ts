import { passwordUsers, type NatsUsers } from '../../../tools/backing-services/index.js';
import { testEnvironment } from './test-environment.js';

/** Who the test itself is on the broker: it plays every other service, so it may do everything. */
export const TEST_USER = 'test';

/** The shipped users and their permissions, with one password for all, and the test beside them. */
export function testUsers(password: string): NatsUsers {
  const everybody = [...passwordUsers(), TEST_USER];
  return { passwords: Object.fromEntries(everybody.map((name) => [name, password])), unrestricted: [TEST_USER] };
}

/** Where a process of this service connects to a broker with these users: the login is in the URL. */
export function natsUrlAs(service: string, url = testEnvironment().natsUrl): string {
  return url.replace('//', `//${service}:${testEnvironment().natsPassword}@`);
}
