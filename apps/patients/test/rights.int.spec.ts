import { RIGHTS, RoleSavedV1 } from '#contracts';
import { eventually, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { patientsMigrations } from '../src/migrations/index.js';
import { PatientsModule } from '../src/patients.module.js';

const UNKNOWN = '0198f6a2-0000-7000-8000-00000000dead';

describe('what a role may do, decided in another service', () => {
  let hospital: TestService;
  let replica: TestService;
  beforeAll(async () => {
    const options = { service: 'patients', module: PatientsModule, migrations: patientsMigrations };
    hospital = await startTestService(options);
    replica = await startTestService({ ...options, replicaOf: hospital });
  });
  afterAll(async () => {
    await replica.stop();
    await hospital.stop();
  });

  const decide = (rights: string[], version: number) =>
    hospital.publish(RoleSavedV1, { role: 'guide', rights, decided: [...RIGHTS], before: [], version });
  const reads = (service: TestService) => service.api('guide').get(`/patients/${UNKNOWN}`);

  it('ORG-1 holds here within seconds, in every replica, and until then the default holds', async () => {
    await reads(hospital).expect(404);
    await decide(['ops.read'], 1);
    for (const service of [hospital, replica]) {
      await eventually(async () => {
        const { body } = await reads(service).expect(403);
        expect(body).toMatchObject({ code: 'right-required', right: 'patients.read' });
      });
      await service.api('agent').get(`/patients/${UNKNOWN}`).expect(404);
    }
    await hospital.api('guide').get('/ops/consumers').expect(200);
    await hospital.api('guide').post('/ops/republish').send({ since: '2026-01-01T00:00:00Z' }).expect(403);
  });

  it('ORG-1 is not undone by an older decision that comes late', async () => {
    await decide(['patients.read'], 3);
    await eventually(() => reads(hospital).expect(404));
    await decide([], 2);
    await decide(['patients.read', 'patients.write'], 4);
    await eventually(async () => {
      const [row] = await hospital.source.query<{ version: number }[]>('SELECT version FROM role_right');
      expect(row).toEqual({ version: 4 });
    });
    await reads(hospital).expect(404);
  });
});
