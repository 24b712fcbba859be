import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestHospital } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { SERVICES } from './services.js';

/** Heavy ones that an idle service has no use for: `await import()` them where they are used first. */
const ON_FIRST_USE = [
  '@aws-sdk/client-s3',
  '@expo-google-fonts/noto-sans-sc',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/sdk-trace-base',
  'exceljs',
  'file-type',
  'pdfmake',
  'pino-pretty',
];

/** What one service is made of and the others must not get to know through a shared index. */
const OF_ONE = {
  '@fastify/http-proxy': 'gateway',
  undici: 'gateway',
  '@node-rs/argon2': 'staff',
  'pinyin-pro': 'patients',
  'iconv-lite': 'his',
};

const services = SERVICES.map(({ name }) => name);
const recorder = join(projectRoot(), 'libs/testing/jest/record-packages.mjs');

describe('what a service has loaded once it is ready', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hospital-packages-'));
  let hospital: TestHospital;
  beforeAll(async () => {
    hospital = await TestHospital.open({
      NODE_OPTIONS: `--import ${pathToFileURL(recorder).href}`,
      RECORD_PACKAGES_TO: folder,
    });
  }, 120_000);

  afterAll(async () => {
    await hospital.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const loadedBy = (service: string) => readFileSync(join(folder, service), 'utf8').trim().split('\n');

  it.each(services)('%s leaves what is heavy and seldom needed for its first use', (service) => {
    const loaded = loadedBy(service);
    expect(loaded).toContain('fastify');
    expect(loaded.filter((name) => ON_FIRST_USE.includes(name))).toEqual([]);
  });

  it.each(Object.entries(OF_ONE))('%s is loaded by %s only', (name, owner) => {
    expect(services.filter((service) => loadedBy(service).includes(name))).toEqual([owner]);
  });
});
