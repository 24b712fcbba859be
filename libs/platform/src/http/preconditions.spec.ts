import { describe, expect, it } from '@jest/globals';
import { etagOf, expectedVersion, requireVersion } from './preconditions.js';

describe('an update under a version', () => {
  it('names the version it was made from', () => {
    expect(expectedVersion(etagOf(7))).toBe(7);
    expect(expectedVersion(' "7" ')).toBe(7);
    // Proxies weaken tags when they compress.
    expect(expectedVersion('W/"7"')).toBe(7);
  });

  it('is refused without one', () => {
    expect(() => expectedVersion(undefined)).toThrow(expect.objectContaining({ status: 428 }));
  });

  it.each(['', '*', '7', '"7", "8"', '"seven"', '"-1"', '"1e3"', '"99999999999999999999"'])(
    'is refused with what is no tag of ours: %j',
    (header) => {
      expect(() => expectedVersion(header)).toThrow(expect.objectContaining({ status: 400 }));
    },
  );

  it('is refused when somebody else changed it meanwhile, with the tag of now', () => {
    expect(() => requireVersion(7, 7)).not.toThrow();
    expect(() => requireVersion(8, 7)).toThrow(
      expect.objectContaining({ status: 412, extras: { headers: { etag: '"8"' } } }),
    );
  });
});
