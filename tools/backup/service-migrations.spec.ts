import { describe, expect, it } from '@jest/globals';
import { SERVICE_DATABASES } from './hospital-server.js';
import { migrationsOf } from './service-migrations.js';

describe('a restore', () => {
  it.each(SERVICE_DATABASES)('AN-7: knows the migrations of $service', async ({ service }) => {
    expect((await migrationsOf(service)).length).toBeGreaterThan(0);
  });

  it('AN-7: refuses a service it does not know', async () => {
    await expect(migrationsOf('laundry')).rejects.toThrow('No migrations of laundry');
  });
});
