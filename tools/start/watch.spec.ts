import { describe, expect, it } from '@jest/globals';
import { changeOf } from './watch.js';

const services = ['staff', 'patients', 'his'];

describe('npm run dev', () => {
  it('restarts only the service whose file changed', () => {
    const change = changeOf(['apps/his/src/main.ts', 'apps/his/src/mllp/framing.ts'], services);
    expect(change).toEqual({ folders: ['apps/his'], restart: ['his'] });
  });

  it('restarts every service when a lib changed', () => {
    const change = changeOf(['libs/platform/src/index.ts', 'apps/his/src/main.ts'], services);
    expect(change).toEqual({ folders: ['libs/platform', 'apps/his'], restart: services });
  });

  it.each([['apps/his/src/hl7/parser.spec.ts'], ['apps/his/README.md'], ['apps/sms/src/main.ts']])(
    'restarts nothing for %s',
    (file) => {
      expect(changeOf([file], services)).toEqual({ folders: [], restart: [] });
    },
  );
});
