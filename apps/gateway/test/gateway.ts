import { createService } from '#platform';
import { natsUrlAs, signTestToken, TEST_TOKEN_LIFE_SECONDS, testEnvironment, testLogging } from '#testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { connectGateway } from '../src/connect-gateway.js';
import { GatewayModule } from '../src/gateway.module.js';
import { StandIn } from './stand-in.js';

export interface TestGateway {
  app: NestFastifyApplication;
  url: string;
  token: string;
  services: { staff: StandIn; patients: StandIn; followUp: StandIn; complaints: StandIn; his: StandIn };
  stop(): Promise<void>;
}

/** Environment of a gateway in front of these services: no database. */
export function gatewayEnvironment(services: TestGateway['services']): Record<string, string> {
  return {
    STAFF_URL: services.staff.url,
    PATIENTS_URL: services.patients.url,
    FOLLOW_UP_URL: services.followUp.url,
    COMPLAINTS_URL: services.complaints.url,
    HIS_URL: `${services.his.url}/`,
    // Gateway, services and callers are one process, which a busy machine may hold up.
    UPSTREAM_TIMEOUT_MS: '2000',
    JWKS_URL: testEnvironment().jwksUrl,
    NATS_URL: natsUrlAs('gateway'),
    TOKEN_LONGEST_LIFE_SECONDS: TEST_TOKEN_LIFE_SECONDS,
    RATE_LIMIT_LOGIN: '1000',
    RATE_LIMIT_LOGIN_NAME: '1000',
    SERVICE_PORT: '0',
  };
}

/** The gateway in front of a stand-in for each service. */
export async function startGateway(environment: Record<string, string> = {}): Promise<TestGateway> {
  const services = {
    staff: new StandIn(),
    patients: new StandIn(),
    followUp: new StandIn(),
    complaints: new StandIn(),
    his: new StandIn(),
  };
  await Promise.all(Object.values(services).map((service) => service.start()));
  for (const variable of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'CLOCK_OFFSET_FILE']) {
    delete process.env[variable];
  }
  Object.assign(process.env, gatewayEnvironment(services), testLogging('gateway'), environment);
  const app = await createService(GatewayModule, connectGateway);
  await app.listen(0, '127.0.0.1');
  const { signingKey } = testEnvironment();
  return {
    app,
    url: await app.getUrl(),
    token: await signTestToken(signingKey, ['agent'], new Date(Date.now() - 1_000)),
    services,
    stop: async () => {
      await app.close();
      await Promise.all(Object.values(services).map((service) => service.stop()));
    },
  };
}
