import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { PatientsModule } from './patients.module.js';

await startService(PatientsModule, connectEventBus);
