export { checkpoint } from './checkpoint.js';
export { CLOUD_EVENT_CONTENT_TYPE, type CloudEvent } from './cloud-event.js';
export { checkContract, ContractViolationError } from './contract-check.js';
export { EventContext, type ReceivedEvent } from './consumer/event-context.js';
export { RoleRightsConsumer } from './copies/role-rights.consumer.js';
export { OnEvent, OnEventBatch } from './consumer/on-event.js';
export { connectEventBus, EventBusModule } from './event-bus.module.js';
export { eventBusMigrations } from './migrations.js';
export { Outbox, type Draft } from './outbox/outbox.js';
