// Ed25519 over the manifest's bytes. The private key stays with who makes bundles; a box holds the public one.

import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Base64. `privateKey`: PEM, PKCS 8. */
export function signManifest(manifest: Uint8Array, privateKey: string): string {
  return sign(null, manifest, createPrivateKey(privateKey)).toString('base64');
}

/** `publicKey`: PEM, SPKI. */
export function isSignedBy(publicKey: string, manifest: Uint8Array, signature: string): boolean {
  return verify(null, manifest, createPublicKey(publicKey), Buffer.from(signature, 'base64'));
}
