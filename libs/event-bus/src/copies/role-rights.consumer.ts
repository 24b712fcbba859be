import { RoleSavedV1 } from '#contracts';
import { Clock } from '#platform';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { EventContext, type ReceivedEvent } from '../consumer/event-context.js';
import { OnEvent } from '../consumer/on-event.js';

/**
 * Keeps a service's copy of what roles may do; the platform's `Rights` reads it. For the controllers of every service
 * but staff, which holds the decisions themselves.
 */
@Controller()
export class RoleRightsConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEvent(RoleSavedV1)
  async onRoleSaved(@Payload() { data }: ReceivedEvent<RoleSavedV1>, @Ctx() context: EventContext): Promise<void> {
    await context.tx.query(
      `INSERT INTO role_right AS r (role, rights, decided, version, updated_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (role) DO UPDATE SET rights = $2, decided = $3, version = $4, updated_at = $5
        WHERE r.version < $4`,
      [data.role, data.rights, data.decided, data.version, this.clock.now()],
    );
  }
}
