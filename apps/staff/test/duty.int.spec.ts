import { DutySavedV1, StaffMemberSavedV1, SubstituteSavedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OnDuty } from '../src/duty/on-duty.js';
import type { OnDutyAnswer, Shift, ShiftPage } from '../src/duty/shifts.dto.js';
import { startStaff } from './staff-service.js';

let staff: TestService;
const person: Record<string, string> = {};

beforeAll(async () => {
  staff = await startStaff();
  await staff.clock.set('2026-03-02T08:00:00+08:00');
  const own = await department('值班总台');
  for (const name of ['chen', 'zhao', 'wu', 'he']) person[name] = await member(name, own);
});
afterAll(() => staff.stop());

const manager = () => staff.api('centre-manager');

async function department(nameZh: string, parentId: string | null = null): Promise<string> {
  const { body } = await staff.api('administrator').post('/staff/departments').send({ nameZh, parentId }).expect(201);
  return (body as { id: string }).id;
}

async function member(name: string, departmentId: string): Promise<string> {
  const body = { staffNumber: `D-${name}`, name, departmentIds: [departmentId], titles: ['attending-physician'] };
  const answer = await staff.api('administrator').post('/staff/members').send(body).expect(201);
  return (answer.body as { id: string }).id;
}

function plan(departmentId: string, name: string, from: string, to: string, line = 1) {
  const period = { startsAt: `2026-03-${from}:00+08:00`, endsAt: `2026-03-${to}:00+08:00` };
  return manager()
    .post('/staff/duty/shifts')
    .send({ departmentId, role: 'duty-doctor', memberId: person[name], line, ...period });
}

async function onDuty(departmentId: string, at: string): Promise<OnDutyAnswer> {
  const query = { department: departmentId, role: 'duty-doctor', at: `2026-03-${at}:00+08:00` };
  return (await staff.api('agent').get('/staff/duty').query(query).expect(200)).body as OnDutyAnswer;
}

const namesOf = (answer: OnDutyAnswer) => answer.people.map((each) => each.name);

describe('a duty roster', () => {
  it('ORG-1 answers who is on duty for cardiology as doctor at 02:10', async () => {
    const cardiology = await department('心内科');
    await plan(cardiology, 'chen', '02T08:00', '02T18:00').expect(201);
    const { body, headers } = await plan(cardiology, 'zhao', '02T18:00', '03T08:00').expect(201);
    await plan(cardiology, 'wu', '02T18:00', '03T08:00', 2).expect(201);
    expect(headers['location']).toBe(`/staff/duty/shifts/${(body as Shift).id}`);
    expect(await onDuty(cardiology, '03T02:10')).toMatchObject({
      departmentId: cardiology,
      people: [
        { name: 'zhao', staffNumber: 'D-zhao', line: 1, replaces: null, endsAt: '2026-03-03T00:00:00.000Z' },
        { name: 'wu', line: 2 },
      ],
    });
    expect(namesOf(await onDuty(cardiology, '02T18:00'))).toEqual(['zhao', 'wu']);
    expect(namesOf(await onDuty(cardiology, '02T17:59'))).toEqual(['chen']);
    const event = (await staff.events(DutySavedV1)).find((each) => each.data.shiftId === (body as Shift).id);
    expect(event?.data).toMatchObject({ memberId: person['zhao'], line: 1, cancelled: false, version: 1 });
  });

  it('ORG-1 names the accounts of who is on duty, for those who call him', async () => {
    const ward = await department('病房');
    await plan(ward, 'he', '02T08:00', '02T18:00').expect(201);
    const account = { username: 'he', displayName: '何', password: 'correct horse 电池', roles: ['duty-doctor'] };
    const made = await staff
      .api('administrator')
      .post('/staff/accounts')
      .send({ ...account, memberId: person['he'] })
      .expect(201);
    const { people } = await staff.app.get(OnDuty).find(ward, 'duty-doctor', new Date('2026-03-02T01:00:00Z'));
    expect(people).toMatchObject([{ name: 'he', accountIds: [(made.body as { id: string }).id] }]);
  });

  it('ORG-1 asks the department above where nobody is, and says where it found somebody', async () => {
    const internal = await department('内科');
    const lungs = await department('呼吸内科', internal);
    expect(await onDuty(lungs, '02T10:00')).toMatchObject({ departmentId: null, people: [] });
    await plan(internal, 'chen', '02T08:00', '02T18:00').expect(201);
    expect(await onDuty(lungs, '02T10:00')).toMatchObject({ departmentId: internal, people: [{ name: 'chen' }] });
    await staff.api('agent').get(`/staff/duty?department=${person['chen']}&role=duty-doctor`).expect(404);
  });

  it('ORG-1 refuses two of one line at once, also when they are planned at once', async () => {
    const ward = await department('骨科');
    const answers = await Promise.all(['chen', 'zhao', 'wu'].map((name) => plan(ward, name, '04T08:00', '04T18:00')));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const taken = answers.find((answer) => answer.status === 201)?.body as Shift;
    const refused = await plan(ward, 'he', '04T17:59', '05T08:00').expect(409);
    expect(refused.body).toMatchObject({ code: 'shift-overlaps', shiftId: taken.id });
    await plan(ward, 'he', '04T18:00', '05T08:00').expect(201);
    await plan(ward, 'he', '04T20:00', '04T22:00', 2).expect(409);
  });

  it('ORG-1 is changed by who saw the latest version, and never in the past', async () => {
    const ward = await department('眼科');
    const shift = (await plan(ward, 'chen', '03T08:00', '03T18:00').expect(201)).body as Shift;
    const change = (version: number, name: string) =>
      manager()
        .put(`/staff/duty/shifts/${shift.id}`)
        .set('if-match', `"${version}"`)
        .send({ memberId: person[name], startsAt: shift.startsAt, endsAt: shift.endsAt });
    await change(1, 'wu').expect(200);
    await change(1, 'he').expect(412);
    const remove = () => manager().delete(`/staff/duty/shifts/${shift.id}`).set('if-match', '"2"');
    await staff.clock.set('2026-03-03T18:00:00+08:00');
    expect((await change(2, 'he').expect(409)).body).toMatchObject({ code: 'shift-over' });
    await remove().expect(409);
    await staff.clock.set('2026-03-02T08:00:00+08:00');
    await remove().expect(204);
    const last = (await staff.events(DutySavedV1)).at(-1);
    expect(last?.data).toMatchObject({ shiftId: shift.id, cancelled: true, version: 3 });
  });

  it('ORG-1 knows substitutes to the minute and refuses two for one person', async () => {
    const ward = await department('儿科');
    await plan(ward, 'zhao', '05T18:00', '06T08:00').expect(201);
    const period = { startsAt: '2026-03-05T00:00:00+08:00', endsAt: '2026-03-06T02:00:00+08:00' };
    const name = (substitute: string) =>
      manager()
        .post('/staff/duty/substitutes')
        .send({ absentId: person['zhao'], substituteId: person[substitute], ...period });
    const { body } = await name('he').expect(201);
    expect((await name('wu').expect(409)).body).toMatchObject({ code: 'substitute-overlaps' });
    await name('zhao').expect(400);
    expect((await onDuty(ward, '06T01:59')).people).toMatchObject([{ name: 'he', replaces: { name: 'zhao' } }]);
    expect(namesOf(await onDuty(ward, '06T02:00'))).toEqual(['zhao']);
    await manager()
      .delete(`/staff/duty/substitutes/${(body as { id: string }).id}`)
      .expect(204);
    expect(namesOf(await onDuty(ward, '06T01:59'))).toEqual(['zhao']);
    const events = await staff.events(SubstituteSavedV1);
    expect(events.map((event) => event.data.cancelled)).toEqual([false, true]);
  });

  it('ORG-1 imports a month whole or not at all, and shows its gaps', async () => {
    const ward = await department('产科');
    const row = { date: '2026-04-01', starts: '08:00', ends: '08:00', staffNumber: 'D-chen' };
    const send = (shifts: object[], replace = false) =>
      manager()
        .post('/staff/duty/shifts/import')
        .send({ departmentId: ward, role: 'duty-doctor', month: '2026-04', shifts, replace });
    const wrong = await send([row, { ...row, date: '2026-05-01', staffNumber: 'D-nobody' }]).expect(400);
    expect((wrong.body as { errors: { field: string }[] }).errors.map((each) => each.field)).toEqual([
      'shifts.1.date',
      'shifts.1.staffNumber',
    ]);
    await send([row, row]).expect(409);
    const month = { from: '2026-04-01T00:00:00+08:00', to: '2026-05-01T00:00:00+08:00' };
    const list = { ...month, filter: `departmentId eq '${ward}'` };
    const none = await manager().get('/staff/duty/shifts').query(list).expect(200);
    expect((none.body as ShiftPage).items).toEqual([]);
    const days = Array.from({ length: 30 }, (_, day) => ({ ...row, date: `2026-04-${`${day + 1}`.padStart(2, '0')}` }));
    expect((await send(days).expect(200)).body).toEqual({ planned: 30 });
    await send(days).expect(409);
    await send(days.slice(0, 29), true).expect(200);
    const gaps = await staff
      .api('agent')
      .get('/staff/duty/gaps')
      .query({ department: ward, role: 'duty-doctor', from: '2026-04-01', days: 30 })
      .expect(200);
    expect(gaps.body).toEqual({
      items: [
        { startsAt: '2026-03-31T16:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' },
        { startsAt: '2026-04-30T00:00:00.000Z', endsAt: '2026-04-30T16:00:00.000Z' },
      ],
    });
  });

  it('ORG-1 keeps weekly duty weeks ahead by itself, around what was planned by hand', async () => {
    const ward = await department('急诊');
    await plan(ward, 'wu', '03T20:00', '04T06:00').expect(201);
    const weekly = {
      departmentId: ward,
      role: 'duty-doctor',
      memberId: person['chen'],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    };
    const { body } = await manager()
      .post('/staff/duty/weekly')
      .send({ ...weekly, starts: '18:00', ends: '08:00', validFrom: '2026-01-01' })
      .expect(201);
    expect(namesOf(await onDuty(ward, '02T19:00'))).toEqual(['chen']);
    expect(namesOf(await onDuty(ward, '03T21:00'))).toEqual(['wu']);
    expect(namesOf(await onDuty(ward, '03T19:00'))).toEqual([]);
    const count = async () =>
      (await staff.source.query<unknown[]>('SELECT 1 FROM duty_shift WHERE department_id = $1', [ward])).length;
    const planned = await count();
    await staff.clock.set('2026-03-04T00:31:00+08:00');
    await eventually(async () => expect(await count()).toBe(planned + 2));
    await manager()
      .delete(`/staff/duty/weekly/${(body as { id: string }).id}`)
      .set('if-match', '"1"')
      .expect(204);
    expect(await count()).toBe(2);
    await staff.clock.set('2026-03-02T08:00:00+08:00');
  });

  it('ORG-1 has nobody on duty who has left, and is planned by those with the right only', async () => {
    const ward = await department('康复科');
    person['lin'] = await member('lin', ward);
    await plan(ward, 'lin', '07T08:00', '07T18:00').expect(201);
    const left = { staffNumber: 'D-lin', name: 'lin', departmentIds: [ward], active: false };
    await staff
      .api('administrator')
      .put(`/staff/members/${person['lin']}`)
      .set('if-match', '"1"')
      .send(left)
      .expect(200);
    expect((await staff.events(StaffMemberSavedV1)).at(-1)?.data).toMatchObject({
      staffNumber: 'D-lin',
      active: false,
    });
    expect(namesOf(await onDuty(ward, '07T10:00'))).toEqual([]);
    await plan(ward, 'lin', '08T08:00', '08T18:00').expect(400);
    await staff.api('agent').post('/staff/duty/shifts').send({}).expect(403);
    await plan(ward, 'chen', '08T08:00', '08T07:00').expect(400);
  });
});
