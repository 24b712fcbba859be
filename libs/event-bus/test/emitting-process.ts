import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { EmittingModule } from './bus-under-test.js';

await startService(EmittingModule, connectEventBus);
