/** Networks as `trusts` asks about them. */
export type Trust = (address: string) => boolean;

/**
 * Who really calls: the address of the connection, unless a proxy of ours made it. Then the nearest address in
 * `X-Forwarded-For` that is none of our proxies; what stands further left anybody may have written.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusts: Trust): string {
  const path = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  let nearest = plainAddress(peer);
  while (trusts(nearest)) {
    const next = path.pop();
    if (next === undefined || !ADDRESS.test(next)) return nearest;
    nearest = plainAddress(next);
  }
  return nearest;
}

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:.]{2,45})$/i;
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** IPv4 that came over an IPv6 socket is IPv4. */
export function plainAddress(address: string): string {
  return (MAPPED.exec(address)?.[1] ?? address.replace(/%.*$/, '')).toLowerCase();
}

/** What limits count: one IPv4 address, or the /64 of an IPv6 one, which one subscriber has to himself. */
export function limitedNetwork(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => '0');
  const whole = tail === undefined ? groups : [...groups, ...missing, ...last];
  return `${whole.slice(0, 4).map(shortest).join(':')}::/64`;
}

function shortest(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
