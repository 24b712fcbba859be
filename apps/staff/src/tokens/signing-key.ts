import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ValidateBy } from 'class-validator';

/** The public half of the signing key, as a JWKS shows it. */
export interface PublicSigningKey {
  kty: string;
  crv: string;
  x: string;
  y: string;
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

/** Refuses anything but an ES256 private key in JWK form, without ever repeating it. */
export function IsSigningKey(): PropertyDecorator {
  return ValidateBy({
    name: 'isSigningKey',
    validator: {
      validate: isSigningKey,
      defaultMessage: () => 'must be an ES256 private key (EC, P-256) as a JWK in JSON: {"kty","crv","x","y","d"}',
    },
  });
}

function isSigningKey(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new SigningKey(value).publicKey.crv === 'P-256';
  } catch {
    return false;
  }
}

/** The key pair tokens are signed with. */
export class SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicSigningKey;

  /** @param jwk the private key as a JWK in JSON. @throws when it is none. */
  constructor(jwk: string) {
    const given = JSON.parse(jwk) as JsonWebKey;
    this.privateKey = createPrivateKey({ key: given, format: 'jwk' });
    const { kty = '', crv = '', x = '', y = '' } = createPublicKey(this.privateKey).export({ format: 'jwk' });
    const kid = typeof given['kid'] === 'string' && given['kid'] !== '' ? given['kid'] : thumbprint({ crv, kty, x, y });
    this.publicKey = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  }
}

/** The key that signs, and another one that is published beside it while keys change. */
export class SigningKeys {
  readonly current: SigningKey;
  readonly published: PublicSigningKey[];

  constructor(current: string, other: string | undefined) {
    this.current = new SigningKey(current);
    const keys = [this.current, ...(other === undefined ? [] : [new SigningKey(other)])];
    this.published = keys.map((key) => key.publicKey);
  }
}

/** RFC 7638: these members in this order. */
function thumbprint(key: { crv: string; kty: string; x: string; y: string }): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url');
}
