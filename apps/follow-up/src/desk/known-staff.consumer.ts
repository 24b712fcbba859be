import { AccountSavedV1, DutySavedV1, StaffMemberSavedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

/** The copy of who works here, with what skills, and when on duty (ORG-1), as far as dealing tasks needs it (FU-7). */
@Controller()
export class KnownStaffConsumer {
  @OnEvent(StaffMemberSavedV1)
  async member(@Payload() { data }: ReceivedEvent<StaffMemberSavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_member AS k (id, name, skills, active, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = $2, skills = $3, active = $4, version = $5 WHERE k.version < $5`,
      [data.memberId, data.name, data.skills, data.active, data.version],
    );
  }

  @OnEvent(AccountSavedV1)
  async account(@Payload() { data }: ReceivedEvent<AccountSavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_account AS k (id, member_id, roles, active, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET member_id = $2, roles = $3, active = $4, version = $5 WHERE k.version < $5`,
      [data.accountId, data.memberId ?? null, data.roles, data.active, data.version],
    );
  }

  @OnEvent(DutySavedV1)
  async shift(@Payload() { data }: ReceivedEvent<DutySavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_shift AS k (id, member_id, role, starts_at, ends_at, cancelled, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET member_id = $2, role = $3, starts_at = $4, ends_at = $5, cancelled = $6, version = $7
        WHERE k.version < $7`,
      [data.shiftId, data.memberId, data.role, data.startsAt, data.endsAt, data.cancelled, data.version],
    );
  }
}
