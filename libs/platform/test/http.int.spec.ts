import { once } from 'node:events';
import { connect } from 'node:net';
import { Health } from '#platform';
import { startTestService, TEST_ACCOUNT, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wardMigrations, WardModule } from './ward.module.js';

describe('a service over HTTP', () => {
  let ward: TestService;

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
  });

  afterAll(() => ward.stop());

  const addBed = (body: unknown) =>
    ward
      .api('agent')
      .post('/ward/beds')
      .send(body as object);

  describe('the context of a request', () => {
    it('knows the acting user, also when the body comes in pieces on a connection that others used', async () => {
      const { hostname, port } = new URL(ward.url);
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const read = async () => String((await once(socket, 'data'))[0]);
      // Somebody else's request goes before, on the same connection (a gateway's pool).
      socket.write('POST /ward/whoami HTTP/1.1\r\nHost: x\r\nX-Request-Id: first-request\r\nContent-Length: 0\r\n\r\n');
      expect(await read()).toContain('first-request');
      const body = JSON.stringify({ number: 901, name: '重症一床' });
      socket.write(
        `POST /ward/beds HTTP/1.1\r\nHost: x\r\nX-Request-Id: second-request\r\nContent-Type: application/json\r\n` +
          `Authorization: Bearer ${ward.token('agent')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
      );
      await ward.anonymous().get('/health/live').expect(200);
      socket.write(body.slice(0, 10));
      await ward.anonymous().get('/health/live').expect(200);
      socket.write(body.slice(10));
      const answer = await read();
      expect(answer).toContain('201 Created');
      expect(answer).toContain(`"actor":"${TEST_ACCOUNT}"`);
      socket.write(
        `POST /ward/beds HTTP/1.1\r\nHost: x\r\nX-Request-Id: third-request\r\nContent-Type: application/json\r\n` +
          `Authorization: Bearer ${ward.token('agent')}\r\nContent-Length: 2\r\n\r\n`,
      );
      await ward.anonymous().get('/health/live').expect(200);
      socket.write('{}');
      expect(await read()).toContain('"requestId":"third-request"');
      socket.destroy();
    });
  });

  describe('input', () => {
    const faultsOf = (answer: { body: { errors?: { field: string }[] } }) =>
      answer.body.errors?.map((fault) => fault.field);

    it('names every field at fault by its path, in nested lists too', async () => {
      const answer = await addBed({ number: 0, name: 7, visitors: [{ name: '王芳' }, { name: '' }] }).expect(400);
      expect(answer.type).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ status: 400, code: 'validation-failed', instance: '/ward/beds' });
      expect(faultsOf(answer)).toEqual(['number', 'name', 'visitors.1.name']);
    });

    it('refuses fields it does not know, in bodies and queries', async () => {
      expect(faultsOf(await addBed({ number: 1, name: 'a', colour: 'red' }).expect(400))).toEqual(['colour']);
      const nested = { number: 1, name: 'a', visitors: [{ name: 'b', age: 3 }] };
      expect(faultsOf(await addBed(nested).expect(400))).toEqual(['visitors.0.age']);
      expect(faultsOf(await ward.api('agent').get('/ward/beds?flor=3').expect(400))).toEqual(['flor']);
    });

    it('refuses a query that is not what it should be', async () => {
      expect(faultsOf(await ward.api('agent').get('/ward/beds?floor=third').expect(400))).toEqual(['floor']);
    });

    it.each([[[]], [null], [7], ['text']])('refuses a body that is no object: %j', async (body) => {
      const answer = await ward
        .api('agent')
        .post('/ward/beds')
        .type('application/json')
        .send(JSON.stringify(body))
        .expect(400);
      expect(answer.type).toBe('application/problem+json');
    });

    it('answers 400 for text the database cannot keep', async () => {
      const answer = await addBed({ number: 2, name: 'a\0b' }).expect(400);
      expect(answer.body).toMatchObject({
        code: 'validation-failed',
        errors: [{ field: 'name', code: 'nul-character' }],
      });
    });

    it.each(['{"__proto__":{"admin":true},"number":3,"name":"x"}', '{"constructor":{"prototype":{"a":1}},"number":3}'])(
      'refuses keys that reach for the prototype: %s',
      async (text) => {
        const answer = await ward.api('agent').post('/ward/beds').type('application/json').send(text).expect(400);
        expect(answer.type).toBe('application/problem+json');
        expect(({} as { admin?: boolean }).admin).toBeUndefined();
      },
    );

    it('answers malformed JSON, an empty body, a body too large and a foreign content type as problems', async () => {
      const post = () => ward.api('agent').post('/ward/beds');
      const answers = [
        await post().type('application/json').send('{"number": 1,').expect(400),
        await post().type('application/json').send('').expect(400),
        await post()
          .type('application/json')
          .send(JSON.stringify({ name: 'x'.repeat(1_100_000) }))
          .expect(413),
        await post().type('application/xml').send('<bed/>').expect(415),
      ];
      for (const answer of answers) {
        expect(answer.type).toBe('application/problem+json');
        expect(answer.body).toMatchObject({ status: answer.status, instance: '/ward/beds' });
        expect(answer.body.code).toMatch(/^[a-z0-9-]+$/);
        expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
      }
    });
  });

  describe('an answer that is no success', () => {
    it.each(['/nowhere', '/ward/beds/1/sheets', '/ward/%E0%A4%A', '/%zz?name=王芳'])(
      'is a problem for the unknown path %s, without its query',
      async (path) => {
        const answer = await ward.anonymous().get(encodeURI(path).replaceAll('%25', '%'));
        expect([400, 404]).toContain(answer.status);
        expect(answer.type).toBe('application/problem+json');
        expect(answer.headers['x-request-id']).toMatch(/^[\w-]{8,64}$/);
        expect(answer.body).toMatchObject({ status: answer.status, requestId: answer.headers['x-request-id'] });
        expect(JSON.stringify(answer.body)).not.toContain('name=');
      },
    );

    it('names what there is not', async () => {
      const answer = await ward.api('agent').get('/ward/beds/77').expect(404);
      expect(answer.body).toEqual({
        type: 'urn:problem:not-found',
        title: '未找到',
        status: 404,
        code: 'not-found',
        detail: '没有bed 77。',
        instance: '/ward/beds/77',
        requestId: answer.headers['x-request-id'],
      });
    });

    it('decision 9: names the path its caller used at the gateway, and nothing that is no path', async () => {
      const ask = (original: string) =>
        ward.api('agent').get('/ward/beds/77?note=1').set('x-original-path', original).expect(404);
      expect((await ask('/ops/ward/beds/77')).body).toMatchObject({ instance: '/ops/ward/beds/77' });
      for (const lie of ['beds', '/ops?phone=1', `/${'x'.repeat(2_001)}`]) {
        expect((await ask(lie)).body).toMatchObject({ instance: '/ward/beds/77' });
      }
      const nowhere = await ward.anonymous().get('/nowhere').set('x-original-path', '/ops/ward/nowhere').expect(404);
      expect(nowhere.body).toMatchObject({ instance: '/ops/ward/nowhere' });
      expect(nowhere.body.detail).toContain('/ops/ward/nowhere');
    });

    it('keeps the request id of the caller, when it is one', async () => {
      const ask = (id: string) => ward.anonymous().get('/nowhere').set('x-request-id', id);
      expect((await ask('console-42-a')).body.requestId).toBe('console-42-a');
      expect((await ask('short')).body.requestId).not.toBe('short');
      expect((await ask('a b; DROP TABLE bed')).body.requestId).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('tells nothing of our insides when the fault is ours', async () => {
      const answer = await ward.anonymous().get('/ward/secret-failure').expect(500);
      expect(answer.type).toBe('application/problem+json');
      expect(answer.body.code).toBe('internal-error');
      expect(answer.text).not.toMatch(/hunter2|password|stack|\.ts/);
    });

    it('tells nothing of a constraint that was violated unforeseen', async () => {
      await addBed({ number: 5, name: 'five' }).expect(201);
      const answer = await addBed({ number: 5, name: 'five again' }).expect(500);
      expect(answer.text).not.toMatch(/bed_pkey|duplicate|INSERT/);
    });
  });

  describe('health', () => {
    it('says that the process lives, to anybody', async () => {
      expect((await ward.anonymous().get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    });

    it('names the check that fails, and waits for none for ever', async () => {
      const health = ward.app.get(Health);
      health.register('archive', () => Promise.reject(new Error('no such host')));
      health.register('lift', () => new Promise(() => undefined));
      health.register('stairs', () => {
        throw new Error('closed');
      });
      const answer = await ward.anonymous().get('/health/ready').expect(503);
      expect(answer.body).toEqual({
        status: 'unavailable',
        checks: { database: 'ok', archive: 'no such host', lift: 'timed out', stairs: 'closed' },
      });
      for (const name of ['archive', 'lift', 'stairs']) health.register(name, () => Promise.resolve());
      expect((await ward.anonymous().get('/health/ready').expect(200)).body.status).toBe('ok');
    });
  });
});
