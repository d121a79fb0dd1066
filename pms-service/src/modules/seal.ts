// The one layout of everything encrypted: version byte 01, 12-byte nonce, ciphertext, 16-byte tag; AES-256-GCM.
// Source: docs/protocol.md, "The seal".

import { createCipheriv, createDecipheriv, createSecretKey, hash } from 'node:crypto';

const version = 0x01;
const nonceLength = 12;
const tagLength = 16;

export function seal(key: Uint8Array, plain: Uint8Array, associated: Uint8Array, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(associated);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, text, cipher.getAuthTag()]);
}

/** Undefined when it is not ours, was changed, was moved elsewhere, or the key is another one. */
export function open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined {
  if (sealed[0] !== version || sealed.length < 1 + nonceLength + tagLength) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const text = sealed.subarray(1 + nonceLength, sealed.length - tagLength);
  try {
    const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), nonce)
      .setAAD(associated)
      .setAuthTag(sealed.subarray(sealed.length - tagLength));
    return Buffer.concat([decipher.update(text), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function sha256(bytes: Uint8Array | string): Buffer {
  return hash('sha256', bytes, 'buffer');
}
