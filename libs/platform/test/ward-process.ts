import { startService } from '#platform';
import { WardModule } from './ward.module.js';

await startService(WardModule);
