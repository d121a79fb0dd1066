import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { CodeVerifier } from '../../ports/code-verifier.ts';

const keyBytes = 32;
const signatureBytes = 64;

/** Ed25519 over raw public keys. Source: RFC 8032; the JWK form is RFC 8037. */
export function createEd25519Verifier(): CodeVerifier {
  const known = new Map<string, KeyObject>();
  return {
    verify(publicKey, message, signature) {
      if (publicKey.length !== keyBytes || signature.length !== signatureBytes) return false;
      const x = Buffer.from(publicKey).toString('base64url');
      let key = known.get(x);
      try {
        if (key === undefined) {
          key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
          known.clear();
          known.set(x, key);
        }
        return verify(null, message, key, signature);
      } catch {
        return false;
      }
    },
  };
}
