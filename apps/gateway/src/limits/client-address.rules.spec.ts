import { describe, expect, it } from '@jest/globals';
import { clientAddress, limitedNetwork, plainAddress } from './client-address.rules.js';

const trusts = (address: string) => address.startsWith('10.') || address === 'fd00::1';

describe('the address of a caller', () => {
  it.each([
    ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['10.0.0.2', undefined, '10.0.0.2'],
    ['10.0.0.2', '198.51.100.1', '198.51.100.1'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.3', '198.51.100.1'],
    ['10.0.0.2', '10.9.9.9, 10.0.0.3', '10.9.9.9'],
    ['10.0.0.2', '<script>', '10.0.0.2'],
    ['10.0.0.2', '198.51.100.1, nonsense', '10.0.0.2'],
    ['::ffff:10.0.0.2', '2001:DB8::7', '2001:db8::7'],
    ['fd00::1', '198.51.100.1', '198.51.100.1'],
  ])('decision 2: %s saying for %s is %s', (peer, forwarded, expected) => {
    expect(clientAddress(peer, forwarded, trusts)).toBe(expected);
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('decision 2: limits count %s as %s', (address, expected) => {
    expect(limitedNetwork(address)).toBe(expected);
  });

  it('decision 2: has no zone and no IPv6 clothing', () => {
    expect(plainAddress('fe80::1%eth0')).toBe('fe80::1');
    expect(plainAddress('::FFFF:192.0.2.1')).toBe('192.0.2.1');
  });
});
