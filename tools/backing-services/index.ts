export { errorCode } from './error-code.js';
export { isPortFree, pickFreePort } from './free-port.js';
export { type Nats, type NatsOptions, startNats } from './nats.js';
export { checkNats, type NatsServerInfo, type NatsWait, waitForNats } from './nats-probe.js';
export { type NatsUsers } from './nats-users-file.js';
export { OPERATOR, partnerUsers, passwordUsers, passwordVariable, SERVICE_USERS } from './nats-users.js';
export { type Postgres, type PostgresOptions, runningPostgres, startPostgres } from './postgres.js';
export { type PostgresWait, waitForPostgres } from './postgres-probe.js';
export { identityOf, isRunning, type ProcessIdentity, signalProcess } from './process-identity.js';
export { projectRoot } from './project-root.js';
export {
  checkPostgres,
  closeToOthers,
  createDatabase,
  type DatabaseWanted,
  provisionDatabase,
} from './provision-database.js';
export { type Exit, keepPrevious, lastLines, type ServerProcess, spawnServer } from './server-process.js';
export { waitUntil, within } from './wait-until.js';
