import type { BlockList } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GatewayConfig } from '../gateway.config.js';
import { clientAddress, plainAddress } from './client-address.rules.js';
import { contains, parseProxies } from './trusted-proxies.js';

/** Tells who calls, behind the proxies of TRUSTED_PROXIES too. */
@Injectable()
export class ClientAddresses {
  private readonly proxies: BlockList;

  constructor(config: GatewayConfig) {
    this.proxies = parseProxies(config.trustedProxies);
  }

  of(request: Pick<FastifyRequest, 'headers' | 'socket'>): string {
    const said = request.headers['x-forwarded-for'];
    const forwardedFor = Array.isArray(said) ? said.join(',') : said;
    return clientAddress(request.socket.remoteAddress ?? '', forwardedFor, (address) => this.isProxy(address));
  }

  isProxy(address: string): boolean {
    return contains(this.proxies, plainAddress(address));
  }
}
