import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { MAIL_PORTS } from '@kepu/shared/handover/mail-ways';
import { Refusal } from '../../platform/refusal.js';

/** IPv4 that no mail server of a provider has: this machine, private, shared, link-local, reserved, multicast. */
const NOT_PUBLIC = new BlockList();
for (const range of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3']) {
  const [net = '', prefix] = range.split('/');
  NOT_PUBLIC.addSubnet(net, Number(prefix), 'ipv4');
}

/** IPv6 that is routed, and of it what only wraps IPv4 (6to4, Teredo) or stands in documents. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const WRAPPED = new BlockList();
for (const [net, prefix] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) WRAPPED.addSubnet(net, prefix, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return isIP(address) === 4 && !NOT_PUBLIC.check(address, 'ipv4');
  return GLOBAL.check(address, 'ipv6') && !WRAPPED.check(address, 'ipv6');
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/**
 * The one address to connect to, or a refusal. Whoever connects uses it and not the name: between this question and the
 * connection the name could be made to lead inside. `inside` lists what the operator lets through, as host:port.
 */
export async function resolveMailHost(host: string, port: number, inside: readonly string[]): Promise<string> {
  const isLetThrough = inside.includes(`${host}:${port}`);
  if (!isLetThrough && !MAIL_PORTS.includes(port)) throw new Refusal({ code: 'MAIL_PORT_REFUSED', path: 'port' });
  const found = await lookup(host, { all: true, verbatim: false }).catch((): { address: string }[] => []);
  const [first] = found;
  if (!first) throw new Refusal({ code: 'MAIL_HOST_UNKNOWN', host, path: 'host' });
  if (!isLetThrough && !found.every(({ address }) => isPublicAddress(address))) throw new Refusal({ code: 'MAIL_HOST_PRIVATE', host, path: 'host' });
  return first.address;
}
