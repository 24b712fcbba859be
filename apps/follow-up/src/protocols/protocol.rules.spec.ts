import { describe, expect, it } from '@jest/globals';
import { dischargeDefaultV1 } from './discharge-default.v1.js';
import { chooseProtocol, type ProtocolVersion } from './protocol.rules.js';

const aProtocol = (over: Partial<ProtocolVersion> = {}): ProtocolVersion => ({
  code: 'discharge-default',
  version: 1,
  status: 'active',
  definition: dischargeDefaultV1,
  ...over,
});

describe('the choice of a protocol', () => {
  it('FU-5 gives an inpatient the newest active version', () => {
    const versions = [aProtocol(), aProtocol({ version: 3, status: 'retired' }), aProtocol({ version: 2 })];
    expect(chooseProtocol(versions, { class: 'inpatient' })?.version).toBe(2);
  });

  it('FU-5 gives an outpatient none by default', () => {
    expect(chooseProtocol([aProtocol()], { class: 'outpatient' })).toBeUndefined();
  });

  it('FU-2 puts visits 1 to 4 into weeks 1, 3, 6 and 10', () => {
    expect(dischargeDefaultV1.steps.map(({ window }) => [window.fromDay, window.toDay])).toEqual([
      [0, 7],
      [15, 21],
      [36, 42],
      [64, 70],
    ]);
  });
});
