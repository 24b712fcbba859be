import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, importJWK, type JWK, SignJWT, jwtVerify } from 'jose';
import { openSecrets } from './secrets.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hospital-secrets-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the hospital's secrets", () => {
  it('are made once, kept, and readable by their owner only', () => {
    const file = join(folder, 'data', 'secrets.json');
    const first = openSecrets(file, ['hospital_staff'], ['staff']);
    const second = openSecrets(file, ['hospital_staff', 'hospital_his'], ['staff', 'his']);
    expect(second.staffSigningKey).toBe(first.staffSigningKey);
    expect(second.databasePasswords).toMatchObject(first.databasePasswords);
    expect(second.natsPasswords).toMatchObject(first.natsPasswords);
    expect(second.natsPasswords['his']).toMatch(/^[\w-]{32}$/);
    expect(second.databasePasswords['hospital_his']).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('hold a key that signs tokens and is named by its thumbprint', async () => {
    const { staffSigningKey } = openSecrets(join(folder, 'secrets.json'), [], []);
    const { d: _private, ...published } = JSON.parse(staffSigningKey) as JWK & { d: string };
    const token = await new SignJWT({ sub: 'nurse' })
      .setProtectedHeader({ alg: 'ES256', kid: published.kid })
      .sign(await importJWK(JSON.parse(staffSigningKey) as JWK, 'ES256'));
    expect((await jwtVerify(token, await importJWK(published, 'ES256'))).payload.sub).toBe('nurse');
    expect(published.kid).toBe(await calculateJwkThumbprint(published));
  });
});
