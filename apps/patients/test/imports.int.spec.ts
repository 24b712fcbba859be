import { PatientImportFinishedV1, PersonMergedV1, PersonRegisteredV1, PersonUpdatedV1 } from '#contracts';
import { eventually, scrape, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { aNationalId, aRecordNumber, found, startPatients } from './hospital.js';
import { ended, fingerprint, imported, rejectedLines, sendFile } from './import-files.js';
import { rawUpload } from './raw-upload.js';

const HEADER = '姓名,性别,出生日期,身份证号,手机,地址,病案号,发号系统';

let hospital: TestService;
beforeAll(async () => {
  hospital = await startPatients();
});
afterAll(() => hospital.stop());

const sheet = (...lines: string[]) => [HEADER, ...lines].join('\r\n');
const personOf = async (mrn: string) => {
  const [id] = await found(hospital, { mrn });
  const { body } = await hospital.api('agent').get(`/patients/${id}`).expect(200);
  return body as Record<string, unknown>;
};

const numbered = async (issuer: string): Promise<number> => {
  const rows: { count: number }[] = await hospital.source.query(
    'SELECT count(DISTINCT person_id)::int AS count FROM person_identifier WHERE issuer = $1',
    [issuer],
  );
  return rows[0]?.count ?? 0;
};

describe('a file of patients', () => {
  it('PT-8 makes records: numbers, phones and names as an agent would write them', async () => {
    const { value } = aRecordNumber();
    const nationalId = aNationalId('1968-05-12');
    const before = (await hospital.events(PersonRegisteredV1)).length;
    const done = await imported(
      hospital,
      sheet(`欧阳 晓燕,,1968/5/12,${nationalId},138 0013 8000；010-62345678 转 01,"北京市朝阳区, 1号",${value},HIS-A`),
    );
    expect(done).toMatchObject({ state: 'done', encoding: 'utf-8', total: 1, read: 1, created: 1, rejected: 0 });
    expect(await personOf(value)).toMatchObject({
      name: '欧阳晓燕',
      birthDate: '1968-05-12',
      nationalId,
      version: 1,
      address: '北京市朝阳区, 1号',
      phones: [
        { raw: '138 0013 8000', e164: '+8613800138000' },
        { raw: '010-62345678 转 01', e164: null },
      ],
      identifiers: [{ issuer: 'HIS-A', value, type: 'MR' }],
    });
    expect(await hospital.events(PersonRegisteredV1)).toHaveLength(before + 1);
    expect((await hospital.events(PatientImportFinishedV1)).at(-1)?.data).toEqual({
      ...{ importId: done.id, state: 'done', read: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 },
    });
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GB 18030', (text: string) => iconv.encode(text, 'gb18030'), 'gb18030'],
  ] as const)('PT-8 is read in %s without being told', async (_name, encode, encoding) => {
    const { value } = aRecordNumber();
    const filler = Array.from({ length: 300 }, (_, at) => `琟誠葉𠮷,,,,139${value.slice(2)}${at % 10}${at},,,`);
    const done = await imported(hospital, encode(sheet(`誠珅琟葉𠮷,女,,,,,${value},HIS-A`, ...filler)));
    expect(done).toMatchObject({ state: 'done', encoding, rejected: 0 });
    expect(await personOf(value)).toMatchObject({ name: '誠珅琟葉𠮷', sex: 'female' });
  });

  it('PT-8 is read as it is stated; what means nothing in it is refused and never kept', async () => {
    const [good, bad] = [aRecordNumber().value, aRecordNumber().value];
    const text = Buffer.concat([
      iconv.encode(sheet(`王芳,,,,,,${good},HIS-A`, ''), 'gb18030'),
      Buffer.from('\r\n李'),
      Buffer.from([0xff, 0xff]),
      iconv.encode(`,,,,,,${bad},HIS-A`, 'gb18030'),
    ]);
    const done = await imported(hospital, text, { encoding: 'gb18030' });
    expect(done).toMatchObject({ state: 'done', created: 1, rejected: 1 });
    expect(await rejectedLines(hospital, done.id)).toEqual([['4', '姓名 name', 'cell-undecodable']]);
    expect(await found(hospital, { mrn: bad })).toEqual([]);
  });

  it('PT-8 has English titles, other orders and other separators', async () => {
    const { value } = aRecordNumber();
    await imported(hospital, `MRN;Issuer;Full Name;Gender;DOB\n${value};HIS-A;John Smith;M;19700102\n`);
    expect(await personOf(value)).toMatchObject({ name: 'John Smith', sex: 'male', birthDate: '1970-01-02' });
  });

  it('PT-8 changes what it says, keeps what it leaves empty, and an issuer may be given for all', async () => {
    const { value } = aRecordNumber();
    await imported(hospital, sheet(`王芳,女,,,13800138000,建国路1号,${value},HIS-A`));
    const done = await imported(hospital, `姓名,手机,病案号\n王芳,13900139000,${value}\n`, { issuer: 'HIS-A' });
    expect(done).toMatchObject({ updated: 1, created: 0 });
    expect(await personOf(value)).toMatchObject({
      ...{ version: 2, sex: 'female', address: '建国路1号', phones: [{ raw: '13900139000', e164: '+8613900139000' }] },
    });
    expect((await hospital.events(PersonUpdatedV1)).at(-1)?.data.changed).toEqual(['phones']);
  });

  it('PT-8 the same file twice changes nothing: no row, no version, no event', async () => {
    const [one, two] = [aRecordNumber().value, aRecordNumber().value];
    const text = sheet(
      `王芳,女,1949-12-31,,13800138000,建国路1号,${one},HIS-A`,
      `李雷,,,${aNationalId()},,,,`,
      `韩梅梅,,,,13911112222,,,`,
      `王芳,女,1949-12-31,,13800138001,建国路2号,${one},HIS-A`,
      `赵六,,,坏的,,,${two},HIS-A`,
    );
    expect(await imported(hospital, text)).toMatchObject({ created: 3, updated: 1, rejected: 1 });
    const after = await fingerprint(hospital);
    expect(await imported(hospital, text)).toMatchObject({ created: 0, updated: 0, unchanged: 4, rejected: 1 });
    expect(await fingerprint(hospital)).toBe(after);
    expect(await personOf(one)).toMatchObject({ address: '建国路2号', version: 1 });
  });

  it('PT-8 an old file brought in again does not undo what was changed since', async () => {
    const { value } = aRecordNumber();
    const text = sheet(`王芳,,,,,旧地址,${value},HIS-A`);
    await imported(hospital, text);
    const person = await personOf(value);
    await hospital
      .api('agent')
      .patch(`/patients/${String(person['id'])}`)
      .set('if-match', '"1"')
      .send({ address: '新地址' })
      .expect(200);
    expect(await imported(hospital, text)).toMatchObject({ unchanged: 1 });
    const stated = sheet(`王芳,,,,,更旧的地址,${value},HIS-A`);
    expect(await imported(hospital, stated, { asOf: '2020-01-01T00:00:00+08:00' })).toMatchObject({ unchanged: 1 });
    expect(await personOf(value)).toMatchObject({ address: '新地址' });
    await hospital
      .api('centre-manager')
      .post('/patients/imports')
      .query({ asOf: '2999-01-01T00:00:00+08:00' })
      .attach('file', Buffer.from(stated), 'a.csv')
      .expect(400);
  });

  it.each(['2026-W10-1', '2026-061', '2026-03-01', '2026-03-01T08:00:00', '2026-02-31T08:00:00+08:00'])(
    'PT-8 is not told of a time that readers understand differently: %s',
    async (asOf) => {
      const { body } = await hospital
        .api('centre-manager')
        .post('/patients/imports')
        .query({ asOf })
        .attach('file', Buffer.from(sheet()), 'a.csv')
        .expect(400);
      expect(body).toMatchObject({ code: 'validation-failed', errors: [{ field: 'asOf' }] });
    },
  );

  it('PT-8 names every fault with line, column and reason, and loses nothing else', async () => {
    const values = Array.from({ length: 9 }, () => aRecordNumber().value);
    const mrn = (at: number) => `${values[at]},HIS-A`;
    const done = await imported(
      hospital,
      sheet(
        `王芳,阴,2026-02-30,,,,${mrn(0)}`,
        `,,,,,,${mrn(1)}`,
        `王芳,,,110108197701011510,,,,`,
        `王芳,男,,11010519491231002X,,,,`,
        `王芳,,2999-01-01,,,,${mrn(2)}`,
        `王芳,,,,没有,,${mrn(3)}`,
        `=cmd|' /C calc'!A0,,,,,,${mrn(4)}`,
        `王芳,,,,${'1'.repeat(61)},,${mrn(5)}`,
        `王芳,,1980-01-01,,,,,`,
        `王芳,,,,,,${values[6]},`,
        `王芳,,,,,,${mrn(7)},,多`,
        `"王芳,,,,,,${mrn(8)}`,
        `李雷,,,,13712345678`,
        `李雷,,,,13712345679,,,`,
      ),
    );
    expect(done).toMatchObject({ state: 'done', total: 14, read: 14, created: 2, rejected: 12 });
    expect(await rejectedLines(hospital, done.id)).toEqual([
      ['2', '性别 sex', 'sex-unreadable'],
      ['2', '出生日期 birth date', 'calendar-day'],
      ['3', '姓名 name', 'blank'],
      ['4', '身份证号 national id', 'national-id-invalid'],
      ['5', '性别 sex', 'contradicts-national-id'],
      ['6', '出生日期 birth date', 'in-the-future'],
      ['7', '手机 phone', 'phone-unreadable'],
      ['8', '姓名 name', 'cell-formula'],
      ['9', '手机 phone', 'is-length'],
      ['10', '', 'too-little-to-tell'],
      ['11', '发号系统 issuer', 'issuer-missing'],
      ['12', '', 'cell-without-column'],
      ['13', '', 'quote-unclosed'],
    ]);
    const { text, headers } = await hospital.api('centre-manager').get(`/patients/imports/${done.id}/report`);
    expect(text.startsWith('\uFEFF行号 line,')).toBe(true);
    expect(text).toContain('不是有效的居民身份证号');
    expect(text).toContain('is not a valid number by GB 11643-1999');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  });

  it('PT-8 has no birth date in a month that is none', async () => {
    const lines = ['1990-00', '1990年13月', '1990-12'].map((date) => `王芳,,${date},,,,${aRecordNumber().value},HIS-A`);
    const done = await imported(hospital, sheet(...lines));
    expect(done).toMatchObject({ state: 'done', created: 1, rejected: 2 });
    expect(await rejectedLines(hospital, done.id)).toEqual([
      ['2', '出生日期 birth date', 'calendar-day'],
      ['3', '出生日期 birth date', 'calendar-day'],
    ]);
  });

  it.each([
    ['姓名,病案号,发号系统,体重', 'header-unknown', '体重'],
    ['姓名,手机,电话', 'header-double', '电话'],
    ['性别,手机', 'header-missing', '姓名'],
    ['姓名,性别', 'header-missing', '身份证号'],
    ['姓名,病案号', 'header-missing', '发号系统'],
    ['姓名（脱敏）,手机', 'header-masked', '姓名（脱敏）'],
    ['姓名,手机', 'import-no-lines', ''],
  ])('PT-8 with the header %s is refused before a line of it is taken', async (header, code, named) => {
    const line = code === 'import-no-lines' ? '\n\n' : '\n王小二,13888880000,x,y\n';
    const done = await imported(hospital, header + line);
    expect(done).toMatchObject({ state: 'failed', read: 0, failure: { code } });
    expect(done.failure?.reason).toContain(named);
    expect(await found(hospital, { q: '王小二' })).toEqual([]);
  });

  it('PT-8 several lines about one newcomer make one record and one event', async () => {
    const { value } = aRecordNumber();
    const nationalId = aNationalId('1990-01-01');
    const before = (await hospital.events(PersonRegisteredV1)).length;
    const done = await imported(
      hospital,
      sheet(
        `王芳,,,${nationalId},,,,`,
        `王芳,,,${nationalId},13800138000,,${value},HIS-A`,
        `王芳,,,,,长安街,${value},HIS-A`,
      ),
    );
    expect(done).toMatchObject({ created: 1, updated: 2 });
    expect(await personOf(value)).toMatchObject({ nationalId, address: '长安街', version: 1 });
    expect(await hospital.events(PersonRegisteredV1)).toHaveLength(before + 1);
  });

  it('PT-8 a corrected national ID may go to a newcomer, or to a known record, in the same batch', async () => {
    const [a, b, c] = [aRecordNumber().value, aRecordNumber().value, aRecordNumber().value];
    // Every other one says the same sex.
    const [right = '', , wrong = '', , other = ''] = Array.from({ length: 5 }, () => aNationalId());
    const line = (name: string, nationalId: string, mrn: string) => `${name},,,${nationalId},,,${mrn},HIS-N`;
    await imported(hospital, sheet(line('甲一', '', a), line('乙二', '', b)));
    // Whoever has the greater id holds the number first: the one UPDATE reaches the other one before.
    const named = async (name: string, mrn: string) => ({ name, mrn, id: String((await personOf(mrn))['id']) });
    const [one, two] = [await named('甲一', a), await named('乙二', b)];
    const [first, second] = one.id < two.id ? [one, two] : [two, one];
    await imported(hospital, sheet(line(second.name, wrong, second.mrn)));
    const done = await imported(hospital, sheet(line(second.name, right, second.mrn), line('丙三', wrong, c)));
    expect(done).toMatchObject({ state: 'done', updated: 1, created: 1, rejected: 0 });
    expect(await personOf(c)).toMatchObject({ nationalId: wrong });
    const swapped = await imported(
      hospital,
      sheet(line(second.name, other, second.mrn), line(first.name, right, first.mrn)),
    );
    expect(swapped).toMatchObject({ state: 'done', updated: 2, rejected: 0 });
    expect(await personOf(first.mrn)).toMatchObject({ nationalId: right });
    expect(await personOf(second.mrn)).toMatchObject({ nationalId: other });
  });

  it('PT-3 joins two records that one line shows to be one person, and refuses when they are not', async () => {
    const [one, two] = [aRecordNumber().value, aRecordNumber().value];
    const [mine, hers] = [aNationalId('1981-02-03'), aNationalId('1982-02-03')];
    await imported(
      hospital,
      sheet(`赵敏,,,${mine},,,,`, `赵敏,,,,,,${one},HIS-A`, `钱红,,,${hers},,,,`, `孙丽,,,,,,${two},HIS-A`),
    );
    const done = await imported(hospital, sheet(`赵敏,,,${mine},,,${one},HIS-A`, `孙丽,,,${hers},,,${two},HIS-A`));
    expect(done).toMatchObject({ updated: 1, rejected: 1 });
    expect(await rejectedLines(hospital, done.id)).toEqual([['3', '身份证号 national id', 'belongs-to-another']]);
    expect(await personOf(one)).toMatchObject({ nationalId: mine });
    expect((await hospital.events(PersonMergedV1)).at(-1)?.data.survivorId).toBe((await personOf(one))['id']);
  });

  it('PT-3 a sheet of which one column was sorted does not turn people into others', async () => {
    const { value } = aRecordNumber();
    await imported(hospital, sheet(`周杰,,1979-01-18,,,,${value},HIS-A`));
    const done = await imported(hospital, sheet(`吴刚,,1950-07-07,,,,${value},HIS-A`));
    expect(await rejectedLines(hospital, done.id)).toEqual([['2', '姓名 name', 'another-person']]);
    expect(await imported(hospital, sheet(`周洁,,1979-01-18,,,,${value},HIS-A`))).toMatchObject({ updated: 1 });
  });

  it('PT-8 two imports of the same newcomers at once make each of them once', async () => {
    const lines = Array.from({ length: 1_500 }, (_, at) => `双胞胎${at % 7},,,,,,TW${at},HIS-T`);
    const [a, b] = await Promise.all([
      sendFile(hospital, sheet(...lines)),
      sendFile(hospital, sheet(...lines.toReversed(), `双胞胎,,,,,,TW-last,HIS-T`)),
    ]);
    const [first, second] = [await ended(hospital, a, 60_000), await ended(hospital, b, 60_000)];
    expect([first.state, second.state, first.created + second.created]).toEqual(['done', 'done', 1_501]);
    expect(await numbered('HIS-T')).toBe(1_501);
  }, 90_000);

  it('PT-8 is cancelled between two batches; what was taken stays', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `取消,,,,,,CX${at},HIS-C`);
    const id = await sendFile(hospital, sheet(...lines));
    const manager = hospital.api('centre-manager');
    await eventually(async () => expect((await manager.get(`/patients/imports/${id}`)).body.read).toBeGreaterThan(0));
    const { body } = await manager.post(`/patients/imports/${id}/cancel`).expect(200);
    expect(body.state).toBe('cancelled');
    expect(await numbered('HIS-C')).toBe(body.created);
    expect((await manager.post(`/patients/imports/${id}/cancel`).expect(409)).body.code).toBe('import-ended');
    expect((await manager.get(`/patients/imports/${id}`)).body).toMatchObject({ read: body.read, state: 'cancelled' });
    expect((await hospital.events(PatientImportFinishedV1)).at(-1)?.data).toMatchObject({ state: 'cancelled' });
    const ended = (await scrape(hospital.url)).value('hospital_patients_imports_total', { state: 'cancelled' });
    expect(ended).toBe(1);
  });

  it('PT-8 whose job was cancelled over /ops/jobs has failed, what was taken stays, and others are told once', async () => {
    const id = await sendFile(hospital, sheet(...Array.from({ length: 20_000 }, (_, at) => `中断,,,,,,OX${at},HIS-O`)));
    const [manager, operator] = [hospital.api('centre-manager'), hospital.api('administrator')];
    await eventually(async () => expect((await manager.get(`/patients/imports/${id}`)).body.read).toBeGreaterThan(0));
    const { body: jobs } = await operator.get('/ops/jobs?name=patients.import&state=running').expect(200);
    await operator.post(`/ops/jobs/${jobs.items[0].id}/cancel`).expect(202);
    expect((await manager.get(`/patients/imports/${id}`)).body.state).toBe('running');
    await hospital.clock.advance({ minutes: 2 });
    const done = await ended(hospital, id);
    expect(done).toMatchObject({ state: 'failed', failure: { code: 'import-broken' } });
    expect(await numbered('HIS-O')).toBe(done.created);
    const told = (await hospital.events(PatientImportFinishedV1)).filter(({ data }) => data.importId === id);
    expect(told.map(({ data }) => data.state)).toEqual(['failed']);
    await hospital.clock.reset();
  });

  it('PT-8 is followed live, listed, and has a template', async () => {
    const id = await sendFile(hospital, sheet(`王芳,,,,,,${aRecordNumber().value},HIS-A`));
    const headers = { authorization: `Bearer ${hospital.token('centre-manager')}`, accept: 'text/event-stream' };
    const text = await (await fetch(`${hospital.url}/patients/imports/${id}/stream`, { headers })).text();
    expect(text).toMatch(/event: progress\ndata: .*"state":"done"/);
    const manager = hospital.api('centre-manager');
    const page = await manager.get(`/patients/imports?limit=1&filter=state eq 'done'`).expect(200);
    expect(page.body.items).toMatchObject([{ id, fileName: '名单.csv', created: 1 }]);
    const next = await manager
      .get('/patients/imports')
      .query({ filter: `state eq 'done'`, cursor: page.body.nextCursor as string })
      .expect(200);
    expect(next.body.items[0].id < id).toBe(true);
    const template = await manager.get('/patients/imports/template').set('accept-language', 'zh-CN').expect(200);
    expect(template.text).toBe(
      '\uFEFF姓名,性别,出生日期,身份证号,证件类型,证件号码,手机,地址,病案号,发号系统,病案号类型\r\n',
    );
    const asked = await fetch(`${hospital.url}/patients/imports/template?format=xlsx`, {
      headers: { ...headers, 'accept-language': 'en' },
    });
    const book = await new exceljs.Workbook().xlsx.load(await asked.arrayBuffer());
    expect(book.worksheets[0]?.getRow(1).getCell(1).text).toBe('name');
    await manager.get(`/patients/imports/${id.replace(/.$/, '0')}x`).expect(400);
  });

  it('PT-9 the name of its file, which may name a patient, goes into no stream', async () => {
    const id = await sendFile(hospital, sheet(`王芳,,,,,,${aRecordNumber().value},HIS-A`), {}, '王芳.csv');
    for (const role of ['administrator', 'centre-manager'] as const) {
      const headers = { authorization: `Bearer ${hospital.token(role)}`, accept: 'text/event-stream' };
      const text = await (await fetch(`${hospital.url}/patients/imports/${id}/stream`, { headers })).text();
      expect(text).toMatch(/"state":"done"/);
      expect(text).not.toContain('王芳');
    }
  });

  it('PT-9 needs the right patients.import', async () => {
    await hospital.api('agent').post('/patients/imports').attach('file', Buffer.from(sheet()), 'a.csv').expect(403);
    await hospital.api('agent').get('/patients/imports').expect(403);
  });
});

describe('a hostile file', () => {
  const GIB = 1_073_741_824;
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it('PT-8 of 1 GiB is refused while it is sent, announced or not, and who sends it hears why', async () => {
    const { body } = await hospital.api('agent').post('/patients').send({ name: '王伟' }).expect(201);
    const caller = { url: hospital.url, token: hospital.token('centre-manager') };
    const list = { path: '/patients/imports', type: 'text/csv', head: Buffer.from('姓名'), bytes: GIB };
    const picture = { path: `/patients/${body.id}/photo`, type: 'image/png', head: PNG, bytes: GIB };
    const answers = [
      await rawUpload(caller, list, true),
      await rawUpload(caller, picture, true),
      await rawUpload(caller, picture, false),
    ];
    for (const { status, contentType, body: problem, sentBytes } of answers) {
      expect({ status, contentType, code: problem.code }).toEqual({
        status: 413,
        contentType: 'application/problem+json; charset=utf-8',
        code: 'file-too-large',
      });
      expect(sentBytes).toBeLessThan(GIB / 2);
    }
    expect(answers[0]?.body.maxBytes).toBe(536_870_912);
    expect(await hospital.source.query(`SELECT id FROM file WHERE use = 'patient-photo'`)).toEqual([]);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'file-type-refused'],
    ['nothing', Buffer.alloc(0), 422, 'file-empty'],
    ['NUL bytes at its head', Buffer.from('姓名,手机\n\0\0\0,1\n'), 415, 'file-type-refused'],
  ])('PT-8 that is %s is refused at the door', async (_name, content, status, code) => {
    const { body } = await hospital
      .api('centre-manager')
      .post('/patients/imports')
      .attach('file', content, { filename: 'a.csv', contentType: 'text/csv' })
      .expect(status);
    expect(body.code).toBe(code);
  });

  it('PT-8 of formulas and DDE is never computed: what begins as one is refused, the rest is text', async () => {
    const marks = ['=1+1', `=cmd|' /C calc'!A0`, '@SUM(1)', '＝1', '\t=1', `+cmd|' /C calc'!A0`, '-2+3', '\r-1', "'=1"];
    const numbers = marks.map(() => aRecordNumber().value);
    const lines = marks.map((mark, at) => `王芳,,,,,"${mark}",${numbers[at]},HIS-F`);
    const done = await imported(hospital, sheet(...lines));
    expect((await rejectedLines(hospital, done.id)).map(([line, , code]) => [line, code])).toEqual(
      ['2', '3', '4', '5', '6'].map((line) => [line, 'cell-formula']),
    );
    const kept = await Promise.all(numbers.slice(5).map(async (mrn) => (await personOf(mrn))['address']));
    expect(kept).toEqual([`+cmd|' /C calc'!A0`, '-2+3', '-1', '=1']);
  });

  it('PT-8 of giant cells, NUL bytes and SQL costs its own lines only', async () => {
    const [one, two] = [aRecordNumber().value, aRecordNumber().value];
    const filler = Array.from({ length: 200 }, (_, at) => `填充,,,,1371111${1000 + at},,,`);
    const done = await imported(
      hospital,
      sheet(
        ...filler,
        `${'王'.repeat(3_500_000)},,,,,,${one},HIS-A`,
        `王\0芳,,,,,,${one},HIS-A`,
        `Robert'); DROP TABLE person;--,,,,,\\\\'; SELECT 1,${two},HIS-A`,
      ),
    );
    expect(done).toMatchObject({ state: 'done', total: 203, created: 201, rejected: 2 });
    expect(await rejectedLines(hospital, done.id)).toEqual([
      ['202', '', 'row-too-long'],
      ['203', '姓名 name', 'control-characters'],
    ]);
    expect(await personOf(two)).toMatchObject({ name: `Robert'); DROP TABLE person;--` });
  });
});
