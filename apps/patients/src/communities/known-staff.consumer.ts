import { AccountSavedV1, DepartmentSavedV1, StaffMemberSavedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

/** The copy of who works here (ORG-1), as far as owners and doctors of communities need it. */
@Controller()
export class KnownStaffConsumer {
  @OnEvent(StaffMemberSavedV1)
  async member(@Payload() { data }: ReceivedEvent<StaffMemberSavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_member AS k (id, name, active, version) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET name = $2, active = $3, version = $4 WHERE k.version < $4`,
      [data.memberId, data.name, data.active, data.version],
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

  @OnEvent(DepartmentSavedV1)
  async department(@Payload() { data }: ReceivedEvent<DepartmentSavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_department (id, name_zh, active) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET name_zh = $2, active = $3`,
      [data.departmentId, data.nameZh, data.active],
    );
  }
}
