import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { StaffModule } from '../src/staff.module.js';

await startService(StaffModule, connectEventBus);
