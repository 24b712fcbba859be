export { eventually } from './eventually.js';
export { dischargeMessage, sendUntilAnswered, TestHospital, type Discharge } from './test-hospital.js';
export { ServiceProcess } from './service-process.js';
export { TestBroker } from './test-broker.js';
export { TestClock } from './test-clock.js';
export { keepOutput, logFolder, testLogging } from './test-logs.js';
export { createTestDatabase } from './test-database.js';
export { testEnvironment } from './test-environment.js';
export { startTestService, type Api, type TestService, type TestServiceOptions } from './test-service.js';
export { signTestToken, TEST_ACCOUNT, TEST_ISSUER, TEST_TOKEN_LIFE_SECONDS } from './test-tokens.js';
<<<<<<< HEAD
export { parseScrape, scrape, type Scrape } from './scrape.js';
export { Collector, type ReceivedSpan } from './collector.js';
=======
export { natsUrlAs, TEST_USER, testUsers } from './test-users.js';
>>>>>>> d582313 (Give every service and partner a NATS user that may do no more than its work)
