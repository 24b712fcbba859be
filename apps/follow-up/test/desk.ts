import { AccountSavedV1, CalendarNotedV1, DutySavedV1, StaffMemberSavedV1, type Role } from '#contracts';
import { newId, transact } from '#platform';
import { eventually, signTestToken, testEnvironment, type Api } from '#testing';
import { expect } from '@jest/globals';
import request from 'supertest';
import { occasionAt } from '../src/calendar/occasion.js';
import type { NewAttempt } from '../src/desk/attempts.dto.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import { NewTasks, type TaskAtWill } from '../src/tasks/new-tasks.js';
import type { TaskEntity } from '../src/tasks/task.entity.js';
import { Hospital } from './hospital.js';

export interface TestNurse {
  accountId: string;
  memberId: string;
  api: Api;
}

/** The nurses' desk of a hospital, with the staff service played by the test. */
export class Desk {
  private constructor(readonly hospital: Hospital) {}

  static async open(): Promise<Desk> {
    return new Desk(await Hospital.open());
  }

  close(): Promise<void> {
    return this.hospital.close();
  }

  get service() {
    return this.hospital.service;
  }

  at(moment: string) {
    return this.service.clock.set(moment);
  }

  /** A client signed in with an account of its own, of which staff never told. */
  async signedIn(accountId: string, role: Role = 'follow-up-nurse'): Promise<Api> {
    const issued = new Date(this.service.clock.now().getTime() - 1_000);
    const token = await signTestToken(testEnvironment().signingKey, [role], issued, { sub: accountId });
    return request.agent(this.service.url).set('authorization', `Bearer ${token}`);
  }

  /** A nurse whom staff told of, with these skills. */
  async nurse(...skills: string[]): Promise<TestNurse> {
    const [accountId, memberId] = [newId(), newId()];
    await this.member(memberId, { skills });
    await this.service.publish(AccountSavedV1, {
      accountId,
      memberId,
      roles: ['follow-up-nurse'],
      active: true,
      version: 1,
    });
    await eventually(async () => {
      expect(
        await this.rows(
          'SELECT 1 FROM known_account JOIN known_member ON known_member.id = member_id WHERE known_account.id = $1',
          accountId,
        ),
      ).toHaveLength(1);
    });
    return { accountId, memberId, api: await this.signedIn(accountId) };
  }

  /** The holidays of a year as complaints tells of them, once they are known here. */
  async noted(year: number, holidays: string[], notedAt = this.service.clock.now().toISOString()): Promise<void> {
    await this.service.publish(CalendarNotedV1, { year: String(year), holidays, workdays: [], notedAt });
    await eventually(async () => {
      expect(await this.rows('SELECT holidays::text[] AS holidays FROM calendar_year WHERE year = $1', year)).toEqual([
        { holidays },
      ]);
    });
  }

  member(memberId: string, over: Partial<StaffMemberSavedV1>) {
    const member = { staffNumber: memberId.slice(-8), name: '李护士', titles: [], skills: [], departmentIds: [] };
    return this.service.publish(StaffMemberSavedV1, { ...member, memberId, active: true, version: 1, ...over });
  }

  async onDuty(memberId: string, startsAt: string, endsAt: string): Promise<void> {
    const shiftId = newId();
    const shift = { shiftId, memberId, startsAt, endsAt, role: 'follow-up-nurse' as const, departmentId: newId() };
    await this.service.publish(DutySavedV1, { ...shift, line: 1, cancelled: false, version: 1 });
    await eventually(async () => {
      expect(await this.rows('SELECT 1 FROM known_shift WHERE id = $1', shiftId)).toHaveLength(1);
    });
  }

  task(over: Partial<TaskAtWill> = {}): Promise<TaskEntity> {
    const { app, source, clock } = this.service;
    return transact(source, async (tx) => {
      const occasion = occasionAt(clock.now(), 'Asia/Shanghai');
      const effects = new Effects();
      const names = { nameZh: '电话回访', nameEn: 'Call' };
      const wanted: TaskAtWill = { patientId: newId(), kind: 'visit', step: 'visit', ...names, ...over };
      const task = await app.get(NewTasks).open(tx, wanted, occasion, effects);
      await app.get(Chronicle).write(tx, effects, occasion);
      return task;
    });
  }

  async next(api: Api) {
    const { body } = await api.post('/follow-up/tasks/next').send({}).expect(200);
    return body;
  }

  attempt(api: Api, task: { id: string; version: number }, body: NewAttempt) {
    return api.post(`/follow-up/tasks/${task.id}/attempts`).set('if-match', `"${task.version}"`).send(body);
  }

  /** Takes what is left in the queue out of the next test's way. */
  async clear(): Promise<void> {
    await this.rows(
      `UPDATE task SET status = 'cancelled', claimed_by = NULL, claimed_until = NULL WHERE status = 'open'`,
    );
  }

  rows<T = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<T[]> {
    return this.service.source.query(sql, values);
  }
}
