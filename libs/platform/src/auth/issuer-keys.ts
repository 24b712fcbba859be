import { performance } from 'node:perf_hooks';
import { createLocalJWKSet, errors, type CryptoKey, type JSONWebKeySet, type JWSHeaderParameters } from 'jose';
import type { TrustedIssuer } from './trusted-issuer.js';

/** A key that its issuer took away is good for this long. */
const FRESH_MS = 300_000;
/** Tokens of made-up keys must not make us ask the issuer more often. */
const PAUSE_MS = 1_000;
const TIMEOUT_MS = 5_000;
const LARGEST_BYTES = 262_144;

/** The issuer did not give its keys, or none that can be used: no fault of the token. */
export class IssuerUnreachableError extends Error {}

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** The public keys of one issuer. Those we have stay good while it is away. */
export class IssuerKeys {
  /** Changes with the keys: what was verified before has to be looked at again. */
  version = 0;
  private keys: KeySet | undefined;
  private text = '';
  private triedAt = Number.NEGATIVE_INFINITY;
  private trying: Promise<void> | undefined;

  /** @param onFailure hears of every look that failed, also of those nobody waits for */
  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  /** The key of a token's header. @throws IssuerUnreachableError, or jose's error when there is no such key. */
  async keyFor(header: JWSHeaderParameters): Promise<CryptoKey> {
    if (!this.keys) await this.refresh();
    else this.refreshWhenOld();
    try {
      return await this.pick(header);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.mayAsk()) throw error;
      await this.refresh().catch(() => undefined);
      return this.pick(header);
    }
  }

  /** Looks at most every few minutes whether the keys changed, and lets nobody wait for it. */
  refreshWhenOld(): void {
    if (performance.now() - this.triedAt > FRESH_MS) void this.refresh().catch(() => undefined);
  }

  private pick(header: JWSHeaderParameters): Promise<CryptoKey> {
    if (!this.keys) throw new IssuerUnreachableError('no keys yet');
    return this.keys(header);
  }

  private mayAsk(): boolean {
    return this.trying !== undefined || performance.now() - this.triedAt >= PAUSE_MS;
  }

  private async refresh(): Promise<void> {
    if (!this.mayAsk()) throw new IssuerUnreachableError(`${this.issuer.issuer} did not answer a moment ago`);
    this.trying ??= this.load().finally(() => {
      this.triedAt = performance.now();
      this.trying = undefined;
    });
    await this.trying;
  }

  private async load(): Promise<void> {
    try {
      const url = this.issuer.jwksUrl ?? (await this.discover());
      const found = await fetchJson(url);
      const text = JSON.stringify(found);
      if (text === this.text) return;
      this.keys = createLocalJWKSet(found as JSONWebKeySet);
      this.text = text;
      this.version += 1;
    } catch (error) {
      this.onFailure(error);
      throw new IssuerUnreachableError(`No keys of ${this.issuer.issuer}`, { cause: error });
    }
  }

  private async discover(): Promise<string> {
    const base = this.issuer.issuer.replace(/\/$/, '');
    const found = (await fetchJson(`${base}/.well-known/openid-configuration`)) as Record<string, unknown>;
    if (found['issuer'] !== this.issuer.issuer) throw new Error('The discovery document is of another issuer');
    if (typeof found['jwks_uri'] !== 'string') throw new Error('The discovery document has no jwks_uri');
    return found['jwks_uri'];
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${placeOf(url)} answered ${answer.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LARGEST_BYTES) throw new Error(`${placeOf(url)} is too large`);
  }
  return JSON.parse(text);
}

/** Without its query, which may hold a key of the provider's. */
function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
