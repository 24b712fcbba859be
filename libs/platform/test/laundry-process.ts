import { startService } from '#platform';
import { LaundryModule } from './laundry.module.js';

await startService(LaundryModule);
