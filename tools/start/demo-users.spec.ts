import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';
import { DEMO_USERS } from './demo-users.js';

describe('the demo users that the start prints', () => {
  // Read as text: a tool does not import an app.
  const seed = readFileSync(join(projectRoot(), 'apps/staff/src/demo/demo-accounts.ts'), 'utf8');

  it.each(Object.values(DEMO_USERS))('$username is one that apps/staff makes', ({ username, password }) => {
    expect(seed).toContain(`username: '${username}'`);
    expect(seed).toContain(`DEMO_PASSWORD = '${password}'`);
  });
});
