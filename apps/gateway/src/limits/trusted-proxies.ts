import { BlockList, isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

/** Networks whose `X-Forwarded-For` is believed, from addresses and CIDR blocks. @throws Error naming what is neither. */
export function parseProxies(list: string): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(',').map((text) => text.trim())) {
    if (entry === '') continue;
    const [address = '', bits] = entry.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    if (family === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most))) {
      throw new Error(`${entry} is no address and no CIDR block`);
    }
    proxies.addSubnet(address, Number(bits ?? most), family === 6 ? 'ipv6' : 'ipv4');
  }
  return proxies;
}

export function contains(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Refuses what `parseProxies` cannot read. */
export function AreProxies(): PropertyDecorator {
  return ValidateBy({
    name: 'areProxies',
    validator: {
      validate: (value) => {
        try {
          return parseProxies(String(value)) instanceof BlockList;
        } catch {
          return false;
        }
      },
      defaultMessage: () => 'must be addresses and CIDR blocks with commas between them',
    },
  });
}
