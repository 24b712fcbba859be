import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DepartmentEntity } from '../departments/department.entity.js';
import { dayOf, daysAfter } from '../duty/duty.rules.js';
import { WeeklyDutiesService } from '../duty/weekly-duties.service.js';
import { MembersService } from '../members/members.service.js';
import { StaffConfig } from '../staff.config.js';
import { TermsService } from '../terms/terms.service.js';
import { DEMO_DUTIES, DEMO_MEMBERS, DEMO_SKILLS } from './demo-people.js';

/** Gives the demo hospital people, their skills, and a roster that has somebody on duty at any minute. */
@Injectable()
export class DemoPeopleSeed {
  constructor(
    private readonly terms: TermsService,
    private readonly members: MembersService,
    private readonly weekly: WeeklyDutiesService,
    private readonly config: StaffConfig,
    private readonly clock: Clock,
  ) {}

  /** @returns the people, by the user name of the account that is theirs. */
  async run(tx: EntityManager): Promise<Map<string, string>> {
    const rows = await tx.find(DepartmentEntity);
    const departments = new Map(rows.map((row) => [row.nationalCode, row.id]));
    const department = (code: string) => departments.get(code) ?? '';
    for (const [code, nameZh, nameEn] of DEMO_SKILLS)
      await this.terms.addIn(tx, 'skills', code, { nameZh, nameEn, active: true });
    const ids = new Map<string, string>();
    const byUsername = new Map<string, string>();
    for (const { username, department: code, ...person } of DEMO_MEMBERS) {
      const { id } = await this.members.createIn(tx, { ...person, departmentIds: [department(code)], active: true });
      ids.set(person.staffNumber, id);
      if (username !== undefined) byUsername.set(username, id);
    }
    // A night that began yesterday is somebody's too.
    const validFrom = daysAfter(dayOf(this.clock.now(), this.config.hospitalZone), -1);
    for (const { department: code, staffNumber, ...pattern } of DEMO_DUTIES) {
      const memberId = ids.get(staffNumber) ?? '';
      await this.weekly.planIn(tx, { ...pattern, departmentId: department(code), memberId, validFrom });
    }
    return byUsername;
  }
}
