import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { HisModule } from './his.module.js';

await startService(HisModule, connectEventBus);
