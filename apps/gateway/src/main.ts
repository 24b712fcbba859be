import { startService } from '#platform';
import { connectGateway } from './connect-gateway.js';
import { GatewayModule } from './gateway.module.js';

await startService(GatewayModule, connectGateway);
