import { Deadlines } from '#platform';
import { eventually, startTestService, type TestService, promptly } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DueKinds } from '../src/deadlines/due-kinds.js';
import { LoudBells, MassBells, QuietBells, ringing, wardMigrations, WardModule } from './ward.module.js';

describe('what falls due in a service', () => {
  let ward: TestService;
  const others: TestService[] = [];
  const start = (replicaOf?: TestService) =>
    startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      ...(replicaOf ? { replicaOf } : {}),
    });

  /** Bells numbered from `first`, due at a moment of the service's own clock. */
  const bells = (first: number, count: number, dueAt: Date, kind = 'quiet') =>
    ward.source.query(`INSERT INTO bell SELECT n, $3, $4 FROM generate_series($1::int, $2::int) n`, [
      first,
      first + count - 1,
      kind,
      dueAt,
    ]);
  const inSeconds = (seconds: number) => new Date(ward.clock.now().getTime() + seconds * 1000);
  const rung = async (): Promise<number[]> => {
    const rows: { bell: number }[] = await ward.source.query('SELECT bell FROM ring ORDER BY seq');
    return rows.map((row) => row.bell);
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const ascending = (list: number[]) => list.toSorted((a, b) => a - b);

  beforeEach(async () => {
    ringing.current = () => undefined;
    ward = await start();
  });

  afterEach(async () => {
    ringing.current = () => undefined;
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await ward.stop();
  });

  it('happens within two seconds of its time, and not before', async () => {
    let bell = 0;
    await promptly(
      1_500 + 2_000,
      async () => {
        const due = inSeconds(1.5);
        await bells((bell += 1), 1, due);
        return { number: bell, due };
      },
      async ({ number, due }) => {
        const [row]: { at: Date }[] = await ward.source.query('SELECT at FROM ring WHERE bell = $1', [number]);
        expect(row?.at.getTime()).toBeGreaterThanOrEqual(due.getTime());
      },
    );
  });

  it('happens at once when the clock is moved three days on', async () => {
    await bells(1, 1, inSeconds(3 * 86_400 - 60));
    expect(await ward.app.get(Deadlines).runOnce()).toBe(0);
    await ward.clock.advance({ days: 3 });
    await eventually(async () => expect(await rung()).toEqual([1]));
  });

  it('happens exactly once, with two replicas at work', async () => {
    others.push(await start(ward));
    await bells(1, 400, inSeconds(0));
    await eventually(async () => expect((await rung()).length).toBeGreaterThanOrEqual(400));
    await ward.app.get(Deadlines).runOnce();
    expect(ascending(await rung())).toEqual(numbers(400));
  });

  it('is not held up by a row that fails, which is tried again', async () => {
    let reachable = false;
    ringing.current = (id) => {
      if (id === 130 && !reachable) throw new Error('the doctor has no phone');
    };
    await bells(1, 250, inSeconds(0));
    const others = numbers(250).filter((id) => id !== 130);
    await eventually(async () => expect(ascending(await rung())).toEqual(others));
    reachable = true;
    await eventually(async () => expect(ascending(await rung())).toEqual(numbers(250)));
  });

  it('is worked off many at once where its source can, and each by itself when one of them fails', async () => {
    const mass = ward.app.get(MassBells);
    const sizes: number[] = [];
    const handleAll = mass.handleAll.bind(mass);
    mass.handleAll = (tx, rows, now) => {
      sizes.push(rows.length);
      return handleAll(tx, rows, now);
    };
    ringing.current = (id) => {
      if (id === 50) throw new Error('the doctor has no phone');
    };
    await bells(1, 100, inSeconds(0), 'mass');
    const others = numbers(100).filter((id) => id !== 50);
    await eventually(async () => expect(ascending(await rung())).toEqual(others));
    expect(Math.max(...sizes)).toBe(40);
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThanOrEqual(40);
  });

  it('that failed and went away by itself is not remembered for ever', async () => {
    ringing.current = () => {
      throw new Error('the doctor has no phone');
    };
    await bells(1, 3, inSeconds(0));
    const { failures } = ward.app.get<{ failures: Map<string, unknown> }>(Deadlines);
    await eventually(() => expect(failures.size).toBe(3));
    await ward.source.query('DELETE FROM bell');
    await ward.clock.advance({ hours: 2 });
    await eventually(() => expect(failures.size).toBe(0));
  });

  it('is not held up by rows of another kind that take long', async () => {
    ringing.current = async (id, tx) => {
      if (id < 1_000) await tx.query('SELECT pg_sleep(0.02)');
    };
    await bells(1, 500, inSeconds(0), 'quiet');
    await eventually(async () => expect((await rung()).length).toBeGreaterThanOrEqual(100));
    await bells(1_000, 1, inSeconds(0), 'loud');
    await eventually(async () => expect(await rung()).toContain(1_000));
    expect((await rung()).indexOf(1_000)).toBeLessThan(400);
  });

  it('is not held up by a kind whose claims fail', async () => {
    const quiet = ward.app.get(QuietBells);
    const claim = quiet.claim.bind(quiet);
    quiet.claim = (tx) => tx.query('SELECT no_such_column FROM bell');
    await bells(1, 1, inSeconds(0), 'quiet');
    await bells(2, 1, inSeconds(0), 'loud');
    await eventually(async () => expect(await rung()).toEqual([2]));
    quiet.claim = claim;
    await eventually(async () => expect(await rung()).toEqual([2, 1]));
  });

  it('is asked for in one statement: only kinds that have something due are claimed from', async () => {
    const [quiet, loud] = [ward.app.get(QuietBells), ward.app.get(LoudBells)];
    const due = new DueKinds(ward.source, [quiet, loud]);
    expect(await due.at(ward.clock.now())).toEqual([loud]);
    await bells(1, 1, inSeconds(3_600));
    expect(await due.at(ward.clock.now())).toEqual([loud]);
    expect(await due.at(inSeconds(3_600))).toEqual([quiet, loud]);
  });

  it('is claimed of every kind when one of them cannot be asked', async () => {
    const broken = Object.assign(Object.create(ward.app.get(QuietBells)) as QuietBells, { anyDue: 'no_such_column' });
    const mass = ward.app.get(MassBells);
    expect(await new DueKinds(ward.source, [broken, mass]).at(ward.clock.now())).toEqual([broken, mass]);
  });

  it('is released by a crash in the middle of a batch, and happens once', async () => {
    let killed = false;
    ringing.current = async (id, tx) => {
      if (id !== 5 || killed) return;
      killed = true;
      const [own]: { pid: number }[] = await tx.query('SELECT pg_backend_pid() AS pid');
      await ward.source.query('SELECT pg_terminate_backend($1)', [own!.pid]);
    };
    await bells(1, 10, inSeconds(0));
    await eventually(async () => expect(ascending(await rung())).toEqual(numbers(10)));
    expect(killed).toBe(true);
    await ward.app.get(Deadlines).runOnce();
    expect(await rung()).toHaveLength(10);
  });

  it('is worked off when ten thousand are due at once', async () => {
    await bells(1, 10_000, inSeconds(0));
    await eventually(
      async () => {
        const [row]: { count: string }[] = await ward.source.query('SELECT count(*) FROM ring');
        expect(Number(row!.count)).toBe(10_000);
      },
      { timeout: 75_000 },
    );
    expect(new Set(await rung()).size).toBe(10_000);
  });

  it('waits for the next start when the service stops in the middle', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = 0;
    ringing.current = async () => {
      entered += 1;
      await held;
    };
    await bells(1, 300, inSeconds(0));
    await eventually(() => expect(entered).toBe(1));
    const stopping = ward.app.get(Deadlines).beforeApplicationShutdown();
    release();
    await stopping;
    expect(await rung()).toHaveLength(100);
    others.push(await start(ward));
    await eventually(async () => expect(ascending(await rung())).toEqual(numbers(300)));
  });
});
