import { ConfigurationError } from '#platform';
import type { TestService } from '#testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FIRST_ADMINISTRATOR } from '../src/accounts/first-administrator.js';
import { startStaff } from './staff-service.js';

describe('the first administrator of a new hospital', () => {
  const FIRST_ADMIN_PASSWORD = 'a password nobody knows';
  let staff: TestService | undefined;

  afterEach(async () => {
    await staff?.stop();
    staff = undefined;
    delete process.env['FIRST_ADMIN_PASSWORD'];
  });

  const logIn = (service: TestService, password: string) =>
    service.anonymous().post('/auth/token').send({ username: FIRST_ADMINISTRATOR, password });

  it('ORG-1 is made from the environment and may make accounts', async () => {
    staff = await startStaff({ FIRST_ADMIN_PASSWORD });
    const { body } = await logIn(staff, FIRST_ADMIN_PASSWORD).expect(200);
    await staff
      .anonymous()
      .get('/staff/accounts')
      .set('authorization', `Bearer ${(body as { accessToken: string }).accessToken}`)
      .expect(200);
  });

  it('ORG-1 is not made anew, nor given another password, once there are accounts', async () => {
    staff = await startStaff({ FIRST_ADMIN_PASSWORD });
    const replica = await startStaff({ FIRST_ADMIN_PASSWORD: 'another password' }, staff);
    await logIn(replica, 'another password').expect(401);
    await logIn(replica, FIRST_ADMIN_PASSWORD).expect(200);
    await replica.stop();
  });

  it('refuses a password that is too short at the start', async () => {
    await expect(startStaff({ FIRST_ADMIN_PASSWORD: 'short' })).rejects.toThrow(ConfigurationError);
  });
});
