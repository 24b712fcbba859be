import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { FollowUpModule } from './follow-up.module.js';

await startService(FollowUpModule, connectEventBus);
