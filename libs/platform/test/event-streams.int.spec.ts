import { connect } from 'node:net';
import { once } from 'node:events';
import { Revocations } from '#platform';
import { eventually, signTestToken, startTestService, testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monitors, wardMigrations, WardModule } from './ward.module.js';

describe('an event stream', () => {
  let ward: TestService;
  beforeAll(async () => {
    ward = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      environment: { STREAM_HEARTBEAT_MS: '200', STREAMS_TOTAL: '5' },
    });
  });
  afterAll(async () => {
    delete process.env['STREAM_HEARTBEAT_MS'];
    delete process.env['STREAMS_TOTAL'];
    await ward.stop();
  });

  const token = (sid: string) =>
    signTestToken(testEnvironment().signingKey, ['agent'], new Date(Date.now() - 1_000), { sid });
  const open = async (bearer: string, headers: Record<string, string> = {}, query = '') => {
    const answer = await fetch(`${ward.url}/ward/monitor${query}`, {
      headers: { authorization: `Bearer ${bearer}`, ...headers },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const heard = { text: '', over: false };
    void (async () => {
      for await (const piece of answer.body as unknown as AsyncIterable<Uint8Array>)
        heard.text += Buffer.from(piece).toString();
    })()
      .catch(() => undefined)
      .finally(() => (heard.over = true));
    return heard;
  };
  const only = () => {
    expect(monitors.size).toBe(1);
    return [...monitors][0] as NonNullable<ReturnType<typeof monitors.values> extends Iterator<infer T> ? T : never>;
  };

  it('ADR 0031: brings events at once, beats while there are none, and tells a reader who comes back what it missed', async () => {
    const heard = await open(await token('one'), { 'last-event-id': 'n-7' });
    await eventually(() => expect(heard.text).toContain('event: missed\ndata: {"after":"n-7"}\n\n'));
    expect(heard.text).toMatch(/^retry: 3000\n\n/);
    expect(only().send({ id: 'n-8', data: '新通知' })).toBe(true);
    await eventually(() => expect(heard.text).toContain('id: n-8\ndata: "新通知"\n\n'));
    await eventually(() => expect(heard.text.split(': \n\n').length).toBeGreaterThan(2));
    only().close();
    await eventually(() => expect(heard.over).toBe(true));
    expect(monitors.size).toBe(0);
  });

  it('ADR 0031: ends when its session is revoked, and when its token expires', async () => {
    const [revoked, other] = [await open(await token('revoked')), await open(await token('other'))];
    const revokedAt = new Date().toISOString();
    ward.app.get(Revocations).add({ accountId: 'nobody', sessionId: 'revoked', revokedAt });
    await eventually(() => expect(revoked.over).toBe(true));
    expect(other.over).toBe(false);
    await ward.clock.advance({ days: 3_700 });
    await eventually(() => expect(other.over).toBe(true));
    await ward.clock.reset();
    expect(monitors.size).toBe(0);
  });

  it('ADR 0031: hears the last id in the query too, where an EventSource that is opened anew has to say it', async () => {
    const heard = await open(await token('anew'), {}, '?lastEventId=n-9');
    await eventually(() => expect(heard.text).toContain('data: {"after":"n-9"}\n\n'));
    only().close();
    const twice = await open(await token('anew'), {}, '?lastEventId=n-9&lastEventId=n-10');
    await eventually(() => expect(twice.text).toContain(': \n\n'));
    expect(twice.text).not.toContain('missed');
    only().close();
  });

  it('ADR 0031: a service has STREAMS_TOTAL of them and refuses one more; each that ends makes room', async () => {
    const bearer = await token('many');
    const many = await Promise.all(Array.from({ length: 5 }, () => open(bearer)));
    const refused = await ward.api('agent').get('/ward/monitor').expect(503);
    expect(refused.body).toMatchObject({ code: 'streams-exhausted' });
    expect(refused.headers['retry-after']).toBe('5');
    [...monitors][0]?.close();
    await eventually(() => expect(many.filter(({ over }) => over)).toHaveLength(1));
    await open(bearer);
    for (const stream of monitors) stream.close();
    expect(monitors.size).toBe(0);
  });

  it('ADR 0031: drops a reader who does not read, without keeping what it does not read', async () => {
    const socket = connect(Number(new URL(ward.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(`GET /ward/monitor HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${await token('deaf')}\r\n\r\n`);
    await eventually(() => expect(monitors.size).toBe(1));
    const stream = only();
    const data = 'x'.repeat(100_000);
    let sent = 0;
    while (sent < 2_000 && stream.send({ data })) sent += 1;
    expect(stream.isBehind).toBe(true);
    await eventually(() => expect(stream.closed).toBe(true));
    expect(sent).toBeLessThan(200);
    socket.destroy();
  });

  it('ADR 0031: ends with its service, which does not wait for it', async () => {
    const heard = await open(await token('last'));
    const stopping = ward.app.close();
    await eventually(() => expect(heard.over).toBe(true));
    await stopping;
  });
});
