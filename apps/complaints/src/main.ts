import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { ComplaintsModule } from './complaints.module.js';

await startService(ComplaintsModule, connectEventBus);
