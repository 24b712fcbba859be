import { eventBusMigrations } from '#event-bus';
import { platformMigrations } from '#platform';
import { startTestService, testEnvironment, type TestService } from '#testing';
import { staffMigrations } from '../src/migrations/index.js';
import { StaffModule } from '../src/staff.module.js';

/** The staff service; it signs with the key every test service trusts. */
export function startStaff(environment: Record<string, string> = {}, replicaOf?: TestService): Promise<TestService> {
  const key = { ...(JSON.parse(testEnvironment().signingKey) as object), kid: 'test' };
  return startTestService({
    service: 'staff',
    module: StaffModule,
    migrations: [...platformMigrations, ...eventBusMigrations, ...staffMigrations],
    environment: { STAFF_SIGNING_KEY: JSON.stringify(key), DEMO_SEED: 'false', ...environment },
    ...(replicaOf ? { replicaOf } : {}),
  });
}
