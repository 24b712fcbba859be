import {
  ConsentChangedV1,
  PersonDeathRevokedV1,
  PersonStateChangedV1,
  PersonUnmergedV1,
  PlanEndedV1,
} from '#contracts';
import { newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aStay, Hospital } from './hospital.js';

describe('a person', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const statusOf = async (stay: { patientId: string; encounterId: string }) => {
    await hospital.settled();
    const { status, endReason } = await hospital.planOf(stay);
    return endReason === null ? status : `${status} ${endReason}`;
  };

  it('PT-11 who died is followed up no more: plan and in-hospital care end', async () => {
    const [discharged, current] = [aStay(), aStay()];
    await hospital.discharge(discharged);
    await hospital.admit(current, '2026-03-01T09:00:00+08:00');
    await hospital.die(discharged.patientId);
    await hospital.die(current.patientId);
    expect(await statusOf(discharged)).toBe('ended deceased');
    expect((await hospital.planOf(discharged)).tasks.every(({ status }) => status === 'cancelled')).toBe(true);
    expect(await hospital.tasks({ patientId: current.patientId })).toMatchObject([{ closeReason: 'deceased' }]);
  });

  it('PT-11 who is known to be dead gets neither a plan nor a care task', async () => {
    const stay = aStay();
    await hospital.die(stay.patientId);
    await hospital.admit(stay, '2026-03-01T09:00:00+08:00');
    await hospital.discharge(stay);
    await hospital.settled();
    expect(await hospital.plans(stay.patientId)).toEqual([]);
    expect(await hospital.tasks({ patientId: stay.patientId })).toEqual([]);
  });

  it('PT-11 whose death was a mistake gets plans again, but the ended one stays ended', async () => {
    const [ended, next] = [aStay(), aStay()];
    next.patientId = ended.patientId;
    await hospital.discharge(ended);
    await hospital.die(ended.patientId);
    await hospital.service.publish(PersonDeathRevokedV1, { patientId: ended.patientId });
    expect(await statusOf(ended)).toBe('ended deceased');
    await hospital.discharge(next, { dischargedAt: '2026-03-02T11:00:00+08:00' });
    expect(await statusOf(next)).toBe('active');
    // The same history once more, as after a restored backup: the corrected report of death stays corrected.
    const replay = { stream: 'patients', fromSequence: 1, again: true };
    await hospital.service.api('administrator').post('/ops/replay').send(replay).expect(202);
    expect(await statusOf(next)).toBe('active');
  });

  it('PT-3 PT-11 dies under every id: the survivor’s death ends the plans of the retired one', async () => {
    const [survivor, retired] = [aStay(), aStay()];
    await hospital.discharge(retired);
    // Of two ids nothing is in order between them: a death that is heard first leaves no plan to end.
    await hospital.planOf(retired);
    await hospital.merge(survivor.patientId, retired.patientId);
    await hospital.die(survivor.patientId);
    expect(await statusOf(retired)).toBe('ended deceased');
    expect((await hospital.planOf(retired)).patientId).toBe(retired.patientId);
    await hospital.discharge(aStay(retired.patientId));
    await hospital.settled();
    expect(await hospital.plans(retired.patientId)).toHaveLength(1);
  });

  it('PT-3 PT-11 merged into one who died is followed up no more', async () => {
    const [survivor, retired] = [aStay(), aStay()];
    await hospital.discharge(retired);
    await hospital.die(survivor.patientId);
    await hospital.settled();
    expect(await statusOf(retired)).toBe('active');
    await hospital.merge(survivor.patientId, retired.patientId);
    expect(await statusOf(retired)).toBe('ended deceased');
  });

  it('PT-11 who wants no contact is followed up no more, after later discharges too, until it is taken back', async () => {
    const [running, next, later] = [aStay(), aStay(), aStay()];
    next.patientId = later.patientId = running.patientId;
    const state = { patientId: running.patientId, state: 'do-not-contact' as const };
    await hospital.discharge(running);
    await hospital.service.publish(PersonStateChangedV1, { ...state, holds: true, since: '2026-03-02T12:00:00+08:00' });
    expect(await statusOf(running)).toBe('ended do-not-contact');
    await hospital.discharge(next, { dischargedAt: '2026-03-02T10:30:00+08:00' });
    expect(await statusOf(next)).toBe('ended do-not-contact');
    expect((await hospital.planOf(next)).tasks.every(({ status }) => status === 'cancelled')).toBe(true);

    await hospital.service.publish(PersonStateChangedV1, {
      ...state,
      holds: false,
      since: '2026-03-02T12:30:00+08:00',
    });
    await hospital.discharge(later, { dischargedAt: '2026-03-02T11:00:00+08:00' });
    expect(await statusOf(later)).toBe('active');
    expect(await statusOf(running)).toBe('ended do-not-contact');
    const replay = { stream: 'patients', fromSequence: 1, again: true };
    await hospital.service.api('administrator').post('/ops/replay').send(replay).expect(202);
    expect(await statusOf(later)).toBe('active');
  });

  it('PT-9 who withdraws consent to follow-up is followed up no more; other purposes are not our business', async () => {
    const [withdrawn, silent] = [aStay(), aStay()];
    const since = '2026-03-02T12:00:00+08:00';
    for (const stay of [withdrawn, silent]) await hospital.discharge(stay);
    const consent = { allowed: false, since };
    const [{ patientId }, other] = [withdrawn, silent];
    await hospital.service.publish(ConsentChangedV1, { ...consent, patientId, purpose: 'follow-up' });
    await hospital.service.publish(ConsentChangedV1, { ...consent, patientId: other.patientId, purpose: 'marketing' });
    expect(await statusOf(withdrawn)).toBe('ended consent-withdrawn');
    expect(await statusOf(silent)).toBe('active');
  });

  it('PT-11 who is cured is followed up no more for the stays before, and again for the next', async () => {
    const [before, after] = [aStay(), aStay()];
    after.patientId = before.patientId;
    await hospital.discharge(before);
    const cured = { patientId: before.patientId, state: 'cured' as const, holds: true };
    await hospital.service.publish(PersonStateChangedV1, { ...cured, since: '2026-03-02T10:30:00+08:00' });
    expect(await statusOf(before)).toBe('ended cured');
    await hospital.discharge(after, { dischargedAt: '2026-03-02T11:00:00+08:00' });
    expect(await statusOf(after)).toBe('active');
  });

  it('PT-3 PT-11 wants no contact under every id, and takes it back for all of them', async () => {
    const [survivor, retired, later] = [aStay(), aStay(), aStay()];
    const state = { state: 'do-not-contact' as const, since: '2026-03-02T12:00:00+08:00' };
    await hospital.discharge(survivor);
    await hospital.planOf(survivor);
    await hospital.service.publish(PersonStateChangedV1, { ...state, patientId: retired.patientId, holds: true });
    await hospital.settled();
    await hospital.merge(survivor.patientId, retired.patientId);
    expect(await statusOf(survivor)).toBe('ended do-not-contact');
    await hospital.service.publish(PersonStateChangedV1, { ...state, patientId: survivor.patientId, holds: false });
    await hospital.settled();
    await hospital.discharge({ ...later, patientId: retired.patientId }, { dischargedAt: '2026-03-02T11:00:00+08:00' });
    expect(await statusOf(later)).toBe('active');
  });

  it('PT-3 whose merge is taken back has its own plans again, as if nothing had been', async () => {
    const [survivor, retired] = [aStay(), aStay()];
    const ids = { survivorId: survivor.patientId, retiredId: retired.patientId };
    await hospital.discharge(retired, { dischargedAt: '2026-03-01T10:00:00+08:00' });
    await hospital.planOf(retired);
    await hospital.discharge(survivor, { dischargedAt: '2026-03-02T11:00:00+08:00' });
    await hospital.merge(survivor.patientId, retired.patientId);
    expect(await statusOf(retired)).toBe('ended readmitted');

    const cured = { state: 'cured' as const, since: '2026-03-01T12:00:00+08:00' };
    const alive = { deceased: false, allowedPurposes: ['care' as const, 'follow-up' as const] };
    const standings = { survivor: { ...alive, states: [cured] }, retired: { ...alive, states: [] } };
    await hospital.service.publish(PersonUnmergedV1, { ...ids, ...standings });
    expect(await statusOf(retired)).toBe('active');
    expect(await statusOf(survivor)).toBe('active');
    await eventually(async () => {
      expect((await hospital.planOf(retired)).tasks.some(({ status }) => status === 'open')).toBe(true);
    });
    expect(await hospital.plans(survivor.patientId)).toHaveLength(1);
    await hospital.die(survivor.patientId);
    expect(await statusOf(survivor)).toBe('ended deceased');
    expect(await statusOf(retired)).toBe('active');
  });

  it('PT-3 PT-11 of whom only one died keeps that death to itself when the merge is taken back', async () => {
    const [survivor, retired] = [aStay(), aStay()];
    const ids = { survivorId: survivor.patientId, retiredId: retired.patientId };
    await hospital.merge(survivor.patientId, retired.patientId);
    await hospital.die(survivor.patientId);
    const standing = { allowedPurposes: ['care' as const, 'follow-up' as const], states: [] };
    await hospital.service.publish(PersonUnmergedV1, {
      ...ids,
      survivor: { ...standing, deceased: false },
      retired: { ...standing, deceased: true },
    });
    await hospital.settled();
    for (const stay of [survivor, retired]) await hospital.discharge(stay);
    expect(await statusOf(survivor)).toBe('active');
    expect(await hospital.plans(retired.patientId)).toEqual([]);
  });

  it('PT-3 has its plans and tasks read under every id, over several merges, and told the same merge twice', async () => {
    const [a, b, c] = [aStay(), aStay(), aStay()];
    await hospital.discharge(a);
    await hospital.admit(b, '2026-03-01T09:00:00+08:00');
    await hospital.merge(b.patientId, a.patientId);
    await hospital.merge(c.patientId, b.patientId);
    await hospital.merge(c.patientId, b.patientId);
    await hospital.settled();
    for (const { patientId } of [a, b, c]) {
      expect((await hospital.plans(patientId)).map(({ encounterId }) => encounterId)).toEqual([a.encounterId]);
      expect(await hospital.tasks({ patientId })).toHaveLength(5);
    }
    expect(await hospital.plans(newId())).toEqual([]);
  });

  it('PT-3 discharges, merges and deaths of many ids at once end in one and the same state', async () => {
    const pairs = Array.from({ length: 20 }, () => ({ survivor: aStay(), retired: aStay() }));
    await Promise.all(
      pairs.flatMap(({ survivor, retired }) => [
        hospital.discharge(survivor),
        hospital.discharge(retired, { dischargedAt: '2026-03-01T10:00:00+08:00' }),
        hospital.merge(survivor.patientId, retired.patientId),
        hospital.die(retired.patientId),
      ]),
    );
    await hospital.settled();
    for (const { survivor } of pairs) {
      const plans = await hospital.plans(survivor.patientId);
      expect(plans.filter(({ status }) => status !== 'ended')).toEqual([]);
    }
    const ended = (await hospital.service.events(PlanEndedV1)).map(({ data }) => data.planId);
    expect(new Set(ended).size).toBe(ended.length);
    expect(await hospital.parked()).toEqual([]);
  });
});
