import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';

export const AUDIENCE = 'https://hospital.example/api';

/** A real OpenID provider (oidc-provider) whose one client gets JWTs for a resource, with roles of its own naming. */
export class TestOidcProvider {
  private server: Server | undefined;
  private port = 0;
  private keys: JWK[] = [];

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.keys.length === 0) this.keys = [await newKey('first')];
    this.server = createServer().listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    const answer = this.provider().callback();
    this.server.on('request', (request, response) => void answer(request, response));
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  /** From now on it signs with another key; the old one is gone. */
  async rotate(): Promise<void> {
    await this.stop();
    this.keys = [await newKey(`next-${this.keys[0]?.kid}`)];
    await this.start();
  }

  async token(audience = AUDIENCE): Promise<string> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('console:console-secret').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  async publicKey(): Promise<JWK> {
    const { keys } = (await (await fetch(`${this.issuer}/jwks`)).json()) as { keys: JWK[] };
    return keys[0] as JWK;
  }

  private provider(): Provider {
    return new Provider(this.issuer, {
      jwks: { keys: this.keys },
      clients: [
        {
          client_id: 'console',
          client_secret: 'console-secret',
          grant_types: ['client_credentials'],
          response_types: [],
          redirect_uris: [],
        },
      ],
      features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_ctx, audience) => ({
            scope: '',
            audience,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
            accessTokenTTL: 600,
          }),
        },
      },
      extraTokenClaims: () => ({
        realm: { roles: ['call-centre', 'administrator', 'unheard-of'] },
        display_name: '王护士',
      }),
    });
  }
}

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' };
}
