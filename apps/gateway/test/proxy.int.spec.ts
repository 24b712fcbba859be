import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startGateway, type TestGateway } from './gateway.js';
import { getExactly, openRaw, rawHttp } from './raw-http.js';

describe('the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.stop());

  const api = () => request.agent(gateway.url).set('authorization', `Bearer ${gateway.token}`);
  const anyone = () => request(gateway.url);
  const asked = () => Object.values(gateway.services).reduce((sum, service) => sum + service.asked.length, 0);

  it.each([
    ['/patients', 'patients', '/patients'],
    ['/patients/1/encounters?limit=2', 'patients', '/patients/1/encounters?limit=2'],
    ['/follow-up/plans/1', 'followUp', '/follow-up/plans/1'],
    ['/his/messages', 'his', '/his/messages'],
    ['/staff/me', 'staff', '/staff/me'],
    ['/ops/follow-up/parked-events?state=waiting', 'followUp', '/ops/parked-events?state=waiting'],
    ['/ops/staff/consumers', 'staff', '/ops/consumers'],
  ] as const)('decision 2: %s goes to %s', async (path, service, target) => {
    await api().get(path).expect(200);
    expect(gateway.services[service].last.url).toBe(target);
  });

  it('decision 2: a body goes through byte by byte, and the answer with its headers comes back', async () => {
    const text = '{ "name": "葉东珅",   "n": 1e2 }';
    const answer = await api().post('/patients?a=%E5%BC%A0&a=2').type('json').send(text).expect(200);
    expect(gateway.services.patients.last).toMatchObject({
      method: 'POST',
      url: '/patients?a=%E5%BC%A0&a=2',
      body: text,
    });
    expect(gateway.services.patients.last.headers['content-type']).toBe('application/json');
    expect(answer.headers['etag']).toBe('"7"');
    await api().put('/patients/1').type('text/csv').send('a,b').expect(200);
    expect(gateway.services.patients.last).toMatchObject({ method: 'PUT', body: 'a,b' });
    await api().delete('/patients/1').expect(200);
    await api().post('/patients/1/merge').expect(200);
    await api().post('/patients/1/merge').type('json').set('content-length', '0').expect(200);
    expect(gateway.services.patients.last).toMatchObject({ method: 'POST', body: '' });
  });

  it('decision 12: a form with a file goes through piece by piece, beyond the limit of other bodies', async () => {
    const photo = Buffer.alloc(5_000_000, 'x');
    await api().post('/patients/1/photo').attach('file', photo, '葉.png').expect(200);
    const { body, headers } = gateway.services.patients.last;
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body.length).toBeGreaterThan(5_000_000);
    await api().post('/patients').type('text/csv').send('x'.repeat(1_100_000)).expect(413);
    await api().post('/staff/people').attach('file', Buffer.alloc(1_100_000), 'a.png').expect(413);
  });

  it('decision 12: each operation that takes a file has a limit of its own', async () => {
    const list = Buffer.alloc(7_000_000, 'x');
    await api().post('/patients/imports?issuer=HIS').attach('file', list, 'list.csv').expect(200);
    expect(gateway.services.patients.last.body.length).toBeGreaterThan(7_000_000);
    await api().post('/patients/1/photo').attach('file', list, 'a.png').expect(413);
    for (const path of ['/patients', '/patients/imports/1/cancel', '/patients/imports/', '/patients/x/y/photo']) {
      await api().post(path).attach('file', Buffer.alloc(1_100_000), 'a.csv').expect(413);
    }
  });

  it('decision 12: the photo of praise and the file of a ticket go through as large as complaints takes them', async () => {
    const phonePhoto = Buffer.alloc(2 * 1_048_576, 'x');
    for (const path of ['/complaints/praise/1/photo', '/complaints/tickets/1/attachments']) {
      await api().post(path).attach('file', phonePhoto, 'a.jpg').expect(200);
      expect(gateway.services.complaints.last).toMatchObject({ method: 'POST', url: path });
      expect(gateway.services.complaints.last.body.length).toBeGreaterThan(phonePhoto.length);
    }
    await api().post('/complaints/praise/1/photo').attach('file', Buffer.alloc(11_600_000), 'a.jpg').expect(413);
    await api().post('/complaints/praise').attach('file', phonePhoto, 'a.jpg').expect(413);
  });

  it('decision 12: a form beyond its limit is refused, announced or not', async () => {
    const before = gateway.services.patients.asked.length;
    const announced = await api()
      .post('/patients/1/photo')
      .attach('file', Buffer.alloc(6_400_000), 'a.png')
      .expect(413);
    expect(announced.body).toMatchObject({ code: 'body-too-large' });
    const form = api().post('/patients/1/photo').set('content-type', 'multipart/form-data; boundary=edge');
    for (let mib = 0; mib < 7; mib += 1) form.write('x'.repeat(1_048_576));
    // Who still sends hears why he is refused: the connection is not reset under the answer.
    expect((await form).status).toBe(413);
    expect(gateway.services.patients.asked.length).toBe(before);
  });

  it('decision 12: only the links to files need no token, and only below the name of a service that keeps files', async () => {
    await anyone().get('/files/patients/1?expires=1&signature=x').expect(200);
    expect(gateway.services.patients.last.url).toBe('/files/1?expires=1&signature=x');
    await anyone().get('/files/patients/1?signature=x&expires=1&expires=%32&signature=y').expect(200);
    expect(gateway.services.patients.last.url).toBe('/files/1?signature=x&expires=1&expires=%32&signature=y');
    await anyone().get('/files/staff/1').expect(404);
    await anyone().get('/patients/1/photo').expect(401);
    await anyone().get('/files/patients/../ops/files').expect(400);
  });

  it('decision 9: a tunnel, or a body in a coding nobody reads, is refused before a service hears of it', async () => {
    const before = asked();
    const tunnel = await rawHttp(gateway.url, ['CONNECT patients:3000 HTTP/1.1\r\nHost: patients:3000\r\n\r\n']);
    expect(tunnel.status).toBe(501);
    expect(JSON.parse(tunnel.body)).toMatchObject({ status: 501, code: 'no-proxy' });
    const packed = await api().post('/patients').type('json').set('content-encoding', 'gzip').send('{}').expect(415);
    expect(packed.body).toMatchObject({ code: 'content-encoding-unsupported', instance: '/patients' });
    const wide = await api().post('/patients').set('content-type', 'application/json; charset=utf-16').send('{}');
    expect(wide.body).toMatchObject({ status: 415, code: 'charset-unsupported' });
    expect(asked()).toBe(before);
  });

  it('decision 2: asks for a valid token before a service hears anything, except where the token comes from', async () => {
    const before = asked();
    const missing = await anyone().get('/patients').expect(401);
    expect(missing.headers['content-type']).toContain('application/problem+json');
    expect(missing.headers['www-authenticate']).toBe('Bearer');
    expect(missing.body).toMatchObject({ code: 'token-missing', instance: '/patients' });
    await anyone().get('/patients').set('authorization', 'Bearer abc').expect(401);
    await anyone().get('/ops/patients/consumers').expect(401);
    // One path, one way to write it: a service behind an encoded name is none that could be asked at all.
    expect((await getExactly(gateway.url, '/%70atients/1')).status).toBe(400);
    expect(asked()).toBe(before);
    await anyone().post('/auth/token').send({ username: 'x' }).expect(200);
    await anyone().get('/.well-known/jwks.json').expect(200);
    expect(asked()).toBe(before + 2);
  });

  it('decision 2: passes on the token, the request id and the trace, and no word that only services may say', async () => {
    const answer = await api()
      .get('/patients')
      .set({ 'x-request-id': 'from-the-console-1', 'x-actor-id': 'director', 'x-actor-roles': 'administrator' })
      .set({ 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'evil', forwarded: 'for=1', 'x-internal': '1' })
      .set('traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
      .expect(200);
    const { headers } = gateway.services.patients.last;
    expect(headers['authorization']).toBe(`Bearer ${gateway.token}`);
    expect(headers['x-request-id']).toBe('from-the-console-1');
    expect(headers['traceparent']).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-/);
    expect(Object.keys(headers).filter((name) => /^(x-(actor|forwarded|internal)|forwarded)/.test(name))).toEqual([]);
    expect(answer.headers['x-request-id']).toBe('from-the-console-1');
    expect(answer.headers['keep-alive']).not.toBe('timeout=5');
  });

  it('decision 9: a service whose path is another one hears which the caller used, without its query', async () => {
    await api().get('/ops/patients/parked-events/1?key=x').set('x-original-path', '/lie').expect(200);
    expect(gateway.services.patients.last).toMatchObject({
      url: '/ops/parked-events/1?key=x',
      headers: { 'x-original-path': '/ops/patients/parked-events/1' },
    });
    await api().get('/patients/1').set('x-original-path', '/lie').expect(200);
    expect(gateway.services.patients.last.headers).not.toHaveProperty('x-original-path');
    const { body } = await api().get('/nowhere').set('x-original-path', '/lie').expect(404);
    expect(body).toMatchObject({ instance: '/nowhere', detail: expect.not.stringContaining('/lie') });
  });

  it('decision 2: an unknown path is a 404 problem', async () => {
    for (const path of ['/nowhere', '/patientsx', '/opsx', '/ops/nobody/consumers', '/health/nobody']) {
      const { body, headers } = await api().get(path).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ status: 404, instance: path });
    }
  });

  it.each([
    '/patients/../ops/consumers',
    '/patients/%2e%2e/ops/consumers',
    '/patients/%2E%2E%2Fops/consumers',
    '/patients/%252e%252e/ops/consumers',
    '/patients/..%5cops/consumers',
    '/patients/..\\ops\\consumers',
    '/ops/patients/../../patients',
    '/ops/staff/..%2f..%2fauth%2ftoken',
    '/.well-known/../staff/accounts',
    '/.well-known/%2e%2e/staff/accounts',
    '/auth/..%2fstaff/accounts',
    '/auth//staff/accounts',
    '//evil.example/patients',
    'http://evil.example/staff/accounts',
    '/patients%2f..%2fops/consumers',
    '/auth/%00',
    '/auth;/../staff/accounts',
    '/auth/token#/../../staff',
  ])('decision 2: no trick of path leaves the prefix of its service: %s', async (path) => {
    const before = asked();
    const answer = await getExactly(gateway.url, path, { authorization: `Bearer ${gateway.token}` });
    expect([400, 404]).toContain(answer.status);
    expect(answer.head).toContain('application/problem+json');
    expect(asked()).toBe(before);
  });

  it('decision 2: a body has its limit at each door, announced or not', async () => {
    const before = asked();
    const announced = await api()
      .post('/patients')
      .type('json')
      .send(`"${'x'.repeat(1_048_577)}"`)
      .expect(413);
    expect(announced.body).toMatchObject({ code: 'body-too-large' });
    await anyone()
      .post('/auth/token')
      .type('json')
      .send(`"${'x'.repeat(17_000)}"`)
      .expect(413);
    expect(asked()).toBe(before);
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head = `POST /patients HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${gateway.token}\r\n`;
    const chunked = `${head}content-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n`;
    const endless = await rawHttp(gateway.url, [chunked, ...Array.from({ length: 40 }, () => chunk)]);
    expect(endless.status).toBe(413);
    const short = await rawHttp(gateway.url, [chunked, chunk, '0\r\n\r\n']);
    expect(short.status).toBe(200);
    expect(gateway.services.patients.last.body).toHaveLength(65_536);
    await api().get('/patients').expect(200);
  });

  it('decision 2: callers who send slowly, or break off, reach no service and hold up nobody', async () => {
    const before = asked();
    const head = `POST /auth/token HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"us`;
    const sockets = await Promise.all(Array.from({ length: 200 }, () => openRaw(gateway.url, head)));
    await anyone().post('/auth/token').send({ username: 'x' }).expect(200);
    sockets.forEach((socket) => socket.destroy());
    await api().get('/patients').expect(200);
    expect(asked()).toBe(before + 2);
  });

  it('decision 2: an upload of nobody, refused and then broken off, does not end the gateway', async () => {
    const head = ['POST /patients/x/photo HTTP/1.1', 'host: gateway', 'content-type: multipart/form-data; boundary=x'];
    const socket = await openRaw(gateway.url, `${head.join('\r\n')}\r\ncontent-length: 5000\r\n\r\n--x`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain(' 401 ');
    socket.destroy();
    await once(socket, 'close');
    await api().get('/patients').expect(200);
  });

  it('decision 2: a service that does not answer in time is a 504, and the others go on meanwhile', async () => {
    const slow = api().get('/patients/slow').expect(504);
    await api().get('/staff/me').expect(200);
    expect((await slow).body).toMatchObject({
      code: 'service-timeout',
      service: 'patients',
      instance: '/patients/slow',
    });
  });

  it('decision 2: a service that breaks off is told as such, before its answer or in the middle of it', async () => {
    const { body } = await api().get('/patients/broken-off').expect(503);
    expect(body).toMatchObject({ code: 'service-unavailable', service: 'patients' });
    await expect(fetch(`${gateway.url}/patients/half`, auth()).then((answer) => answer.text())).rejects.toThrow();
    await api().get('/patients').expect(200);
  });

  it('decision 2: a service that says it is busy is heard once and quoted', async () => {
    const before = gateway.services.patients.asked.length;
    const answer = await api().get('/patients/busy').expect(503);
    expect(answer.body).toEqual({ code: 'busy' });
    expect(answer.headers['retry-after']).toBe('7');
    expect(gateway.services.patients.asked.length).toBe(before + 1);
  });

  it('FU-8 a patient is told in a page what fails, with the status of the API', async () => {
    const form = (path: string, body: string) =>
      anyone().post(path).type('application/x-www-form-urlencoded').send(body);
    const isPage = ({ text, headers }: request.Response, words: string) => {
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(text).toContain(words);
      expect(text).toContain('<section lang="en">');
    };
    await form('/f/token', `a.words=${'x'.repeat(250_000)}`).expect(200);
    isPage(await form('/f/token', `a.words=${'x'.repeat(263_000)}`).expect(413), '您填写的内容太长');
    isPage(await form('/f/refused', 'a=1').expect(415), '无法处理您提交的内容');
    isPage(await anyone().get('/f/../patients').expect(400), '无法处理您提交的内容');
    expect((await anyone().get('/f/gone').expect(410)).text).toBe('<p>gone</p>');
    await gateway.services.followUp.stop();
    try {
      const away = await anyone().get('/f/token').expect(503);
      isPage(away, '暂时无法处理');
      expect(away.headers['retry-after']).toBe('2');
    } finally {
      await gateway.services.followUp.start();
    }
    await anyone().get('/f/token').expect(200);
  });

  it('decision 2: a dead service is a 503 with Retry-After, the others go on, and it is back when it is back', async () => {
    const health = (await anyone().get('/health/services').expect(200)).body;
    expect(health).toEqual({
      status: 'ok',
      services: { staff: 'ok', patients: 'ok', 'follow-up': 'ok', complaints: 'ok', his: 'ok' },
    });
    await gateway.services.his.stop();
    for (const send of [api().get('/his/messages'), api().post('/his/messages').send({ a: 1 })]) {
      const { body, headers } = await send.expect(503);
      expect(headers['retry-after']).toBe('2');
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'service-unavailable', service: 'his', instance: '/his/messages' });
    }
    await api().get('/patients').expect(200);
    const sick = (await anyone().get('/health/services').expect(503)).body;
    expect(sick).toMatchObject({ status: 'unavailable', services: { his: 'unavailable', patients: 'ok' } });
    await anyone().get('/health/ready').expect(200);
    await anyone().get('/health/live').expect(200);
    await gateway.services.his.start();
    await api().get('/his/messages').expect(200);
    await anyone().get('/health/services').expect(200);
  });

  const auth = () => ({ headers: { authorization: `Bearer ${gateway.token}` } });
});
