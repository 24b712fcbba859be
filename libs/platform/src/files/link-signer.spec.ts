import { describe, expect, it } from '@jest/globals';
import { LinkSigner, type LinkTerms } from './link-signer.js';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const terms: LinkTerms = {
  service: 'patients',
  fileId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c08',
  expires: 1_772_417_400,
  disposition: 'inline',
};
const before = new Date(terms.expires * 1000 - 1);
const status = (work: () => void): number => {
  try {
    work();
    return 200;
  } catch (error) {
    return (error as { status: number }).status;
  }
};

describe('a signed link (decision 12)', () => {
  const signer = new LinkSigner([NEW]);
  const signature = signer.sign(terms);

  it('works until its second, and no longer', () => {
    expect(status(() => signer.verify(terms, signature, before))).toBe(200);
    expect(status(() => signer.verify(terms, signature, new Date(terms.expires * 1000)))).toBe(410);
  });

  it.each<Partial<LinkTerms>>([
    { service: 'staff' },
    { fileId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c09' },
    { expires: terms.expires + 3600 },
    { disposition: 'attachment' },
  ])('is for nothing else: not for %j', (other) => {
    expect(status(() => signer.verify({ ...terms, ...other }, signature, before))).toBe(403);
  });

  it.each(['', 'A', signature.slice(0, -2), `${signature}AA`, signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))])(
    'is not one of ours with the signature %j',
    (made) => {
      expect(status(() => signer.verify(terms, made, before))).toBe(403);
    },
  );

  it('is not one of ours with a last letter that means the same bytes', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters.indexOf(signature.slice(-1));
    const made = signature.slice(0, -1) + letters[last ^ 1];
    expect(Buffer.from(made, 'base64url').equals(Buffer.from(signature, 'base64url'))).toBe(true);
    expect(status(() => signer.verify(terms, made, before))).toBe(403);
  });

  it('keeps working while the key that signed it is still the second one', () => {
    const old = new LinkSigner([OLD]).sign(terms);
    expect(status(() => new LinkSigner([NEW, OLD]).verify(terms, old, before))).toBe(200);
    expect(status(() => new LinkSigner([NEW]).verify(terms, old, before))).toBe(403);
    expect(new LinkSigner([NEW, OLD]).sign(terms)).toBe(signature);
  });

  it('does not exist without a key', () => {
    expect(status(() => new LinkSigner([]).sign(terms))).toBe(503);
    expect(status(() => new LinkSigner([]).verify(terms, signature, before))).toBe(403);
  });
});
