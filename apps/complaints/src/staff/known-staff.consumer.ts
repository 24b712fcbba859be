import { AccountSavedV1, DepartmentSavedV1, StaffMemberSavedV1 } from '#contracts';
import { EventContext, OnEvent, type ReceivedEvent } from '#event-bus';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

/** The copy of who works here and which departments there are (ORG-1), as far as handing tickets on needs it. */
@Controller()
export class KnownStaffConsumer {
  @OnEvent(StaffMemberSavedV1)
  async member(@Payload() { data }: ReceivedEvent<StaffMemberSavedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    await tx.query(
      `INSERT INTO known_member AS k (id, name, department_ids, active, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = $2, department_ids = $3, active = $4, version = $5 WHERE k.version < $5`,
      [data.memberId, data.name, data.departmentIds, data.active, data.version],
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
      `INSERT INTO known_department (id, name_zh, codes, active) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET name_zh = $2, codes = $3, active = $4`,
      [data.departmentId, data.nameZh, (data.localCodes ?? []).map(({ code }) => code), data.active],
    );
  }
}
