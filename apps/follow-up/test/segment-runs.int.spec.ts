import { SegmentMembersQuestionV1, type SegmentHead } from '#contracts';
import { newId, type JobRun } from '#platform';
import { eventually } from '#testing';
import { headers } from '@nats-io/transport-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PAGE, SegmentRunJob } from '../src/segment-runs/segment-run.job.js';
import type { SegmentRun } from '../src/segment-runs/segment-runs.dto.js';
import { Hospital } from './hospital.js';

const TAKEN = 'ask.patients.taken.test';

describe('the members of a segment', () => {
  let hospital: Hospital;
  let head: SegmentHead;
  let members: string[];
  let questions: SegmentMembersQuestionV1[];
  /** How many more answers break off in the middle. */
  let breaks: number;

  beforeAll(async () => {
    hospital = await Hospital.open();
    const { connection } = hospital.service.broker;
    const say = (reply: string, marks: Record<string, string>, text = '') => {
      const marked = headers();
      for (const [name, value] of Object.entries(marks)) marked.set(name, value);
      connection.publish(reply, text, { headers: marked, reply: TAKEN });
    };
    connection.subscribe(TAKEN, { callback: () => undefined });
    // The test plays the patients service.
    connection.subscribe('ask.patients.segment-members.v1', {
      callback: (_error, message) => {
        const question: SegmentMembersQuestionV1 = message.json();
        const { reply = '' } = message;
        questions.push(question);
        const { after = '', limit } = question;
        const rest = members.filter((id) => id > after).slice(0, limit);
        const isBroken = breaks > 0;
        breaks -= 1;
        const told = isBroken ? rest.slice(0, 70) : rest;
        say(reply, { piece: '0' }, [JSON.stringify(head), ...told].map((line) => `${line}\n`).join(''));
        say(reply, isBroken ? { piece: '1', fault: 'Error' } : { piece: '1', last: 'true' });
      },
    });
    // The server knows of it before the service asks over another connection.
    await connection.flush();
  });
  afterAll(() => hospital.close());
  beforeEach(async () => {
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    members = Array.from({ length: 120 }, () => newId()).sort();
    head = { found: true, name: '糖尿病', tellsPersonal: false, members: members.length };
    questions = [];
    breaks = 0;
  });

  const manager = () => hospital.service.api('centre-manager');
  const wanted = (over: object = {}) => ({
    ...{ segmentId: newId(), protocolCode: 'consultation-default', anchoredAt: '2026-03-02T09:30:00+08:00' },
    ...over,
  });
  const begun = async (body: object): Promise<SegmentRun> =>
    (await manager().post('/follow-up/segment-runs').send(body).expect(201)).body;
  const ended = (id: string): Promise<SegmentRun> =>
    eventually(async () => {
      const { body } = await hospital.nurse().get(`/follow-up/segment-runs/${id}`).expect(200);
      expect(body.state).not.toBe('waiting');
      return body;
    });
  const plansOfMembers = async () => {
    const [row] = await hospital.service.source.query(
      'SELECT count(*)::int AS plans, count(DISTINCT patient_id)::int AS people FROM plan WHERE patient_id = ANY($1::uuid[])',
      [members],
    );
    return row as { plans: number; people: number };
  };

  it('FU-11 are followed up once each, but not the dead and the unwilling; asked again, those who joined since are', async () => {
    const [dead, unwilling] = members as [string, string];
    await hospital.die(dead);
    await hospital.withdraw(unwilling);
    await hospital.settled();
    const body = wanted();
    const { id, ...first } = await begun(body);
    expect(first).toMatchObject({ state: 'waiting', members: null, begun: 0, protocolVersion: 1, fault: null });
    const done = { state: 'done', segmentName: '糖尿病', members: 120, begun: 118, existing: 0, refused: 2 };
    expect(await ended(id)).toMatchObject({ ...done, finishedAt: expect.any(String) });
    expect(await plansOfMembers()).toEqual({ plans: 118, people: 118 });
    const [plan] = await hospital.plans(members[5]!);
    expect((await hospital.plan(plan!.id)).trail[0]?.reason).toBe('segment 糖尿病');
    members = [...members, newId()].sort();
    head.members = 121;
    const again = await begun(body);
    expect(await ended(again.id)).toMatchObject({ members: 121, begun: 1, existing: 118, refused: 2 });
    expect(await plansOfMembers()).toEqual({ plans: 119, people: 119 });
  });

  it('FU-11 are all reached though the patients service breaks off: the next attempt asks again, and nobody gives up', async () => {
    breaks = 1;
    const { id } = await begun(wanted());
    await eventually(() => expect(questions).toHaveLength(1));
    await hospital.service.clock.advance({ minutes: 2 });
    expect(await ended(id)).toMatchObject({ state: 'done', begun: 120, existing: 0 });
    expect(questions.map(({ after }) => after)).toEqual([undefined, undefined]);
    expect(await plansOfMembers()).toEqual({ plans: 120, people: 120 });
  });

  it('FU-11 are asked for a page at a time, each behind the last one dealt with, until a page is short', async () => {
    members = Array.from({ length: PAGE + 20 }, () => newId()).sort();
    head.members = members.length;
    const { id } = await begun(wanted());
    expect(await ended(id)).toMatchObject({ state: 'done', members: PAGE + 20, begun: PAGE + 20, existing: 0 });
    const pages = questions.map(({ after, limit }) => ({ after, limit }));
    expect(pages).toEqual([
      { after: undefined, limit: PAGE },
      { after: members[PAGE - 1], limit: PAGE },
    ]);
    expect(await plansOfMembers()).toEqual({ plans: PAGE + 20, people: PAGE + 20 });
  });

  it('FU-11 are given up when no job works on the run any more: cancelled, or killed in its last attempt', async () => {
    const { source, clock } = hospital.service;
    const id = newId();
    // As the cancelled or the killed one leaves it; its job is at its end.
    await source.query(
      `INSERT INTO segment_run (id, segment_id, protocol_code, protocol_version, anchored_at, state, begun, existing, refused,
                                reached, sees_personal, created_at)
       VALUES ($1, $1, 'consultation-default', 1, $2, 'waiting', 50, 0, 0, $1, false, $2)`,
      [id, '2026-03-02T12:00:00+08:00'],
    );
    await clock.advance({ minutes: 2 });
    expect(await ended(id)).toMatchObject({ fault: 'given-up', begun: 50, finishedAt: expect.any(String) });
    expect(await source.query('SELECT reached FROM segment_run WHERE id = $1', [id])).toEqual([{ reached: null }]);
  });

  it('FU-11 are given up with the last attempt, with the reason, and asked again the rest is reached', async () => {
    breaks = Number.POSITIVE_INFINITY;
    const body = wanted();
    const { id } = await begun(body);
    const last = { attempt: 51, signal: new AbortController().signal, hold: () => Promise.resolve() };
    const job = hospital.service.app.get(SegmentRunJob);
    await expect(job.run({ runId: id }, last as unknown as JobRun)).rejects.toThrow();
    expect(await ended(id)).toMatchObject({ state: 'failed', fault: 'given-up', finishedAt: expect.any(String) });
    breaks = 0;
    expect(await ended((await begun(body)).id)).toMatchObject({ state: 'done', members: 120 });
    expect(await plansOfMembers()).toEqual({ plans: 120, people: 120 });
  });

  it('PT-4 FU-11 are not followed up when there is no such segment, nor when being in it tells what the asker sees masked', async () => {
    head = { found: false, name: '', tellsPersonal: false, members: 0 };
    expect(await ended((await begun(wanted())).id)).toMatchObject({ state: 'failed', fault: 'segment-unknown' });
    head = { found: true, name: '女性', tellsPersonal: true, members: 120 };
    const { body } = await hospital.service
      .api('administrator')
      .post('/follow-up/segment-runs')
      .send(wanted())
      .expect(201);
    expect(await ended(body.id)).toMatchObject({ state: 'failed', fault: 'personal-unmasked', begun: 0 });
    expect(await plansOfMembers()).toEqual({ plans: 0, people: 0 });
  });

  it('FU-11 are a manager’s to follow up, by a protocol that is published', async () => {
    await hospital.nurse().post('/follow-up/segment-runs').send(wanted()).expect(403);
    await manager()
      .post('/follow-up/segment-runs')
      .send(wanted({ protocolCode: 'nobody' }))
      .expect(404);
    await manager()
      .post('/follow-up/segment-runs')
      .send(wanted({ segmentId: '1' }))
      .expect(400);
    await manager().get(`/follow-up/segment-runs/${newId()}`).expect(404);
  });
});
