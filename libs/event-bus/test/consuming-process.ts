import { connectEventBus } from '#event-bus';
import { startService } from '#platform';
import { behaviour, ConsumingModule } from './bus-under-test.js';

// A replica whose handler never comes to an end on its own.
behaviour.current = () => new Promise(() => undefined);
await startService(ConsumingModule, connectEventBus);
