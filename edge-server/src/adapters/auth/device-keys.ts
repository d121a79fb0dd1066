// The key of a screen: an ECDSA P-256 point as it came over the line, and whether a signature is its own.

import { createPublicKey, verify } from 'node:crypto';
import { credentialMs } from '@foyer/contracts/device-credential.ts';
import type { DeviceKey } from '../../ports/writer.ts';

const coordinateBytes = 32;
const uncompressed = 4;

/** Undefined where the text is no point of the curve: such a screen is let in without a key. */
export function readPublicKey(text: string): Uint8Array | undefined {
  const point = Buffer.from(text, 'base64url');
  if (point.length !== 1 + 2 * coordinateBytes || point[0] !== uncompressed) return undefined;
  try {
    keyObject(point);
    return new Uint8Array(point);
  } catch {
    return undefined;
  }
}

/** The first credential of a screen with this key lasts from now on. */
export function newDeviceKey(publicKey: Uint8Array, now: number): DeviceKey {
  return { publicKey, expiresAt: now + credentialMs };
}

/** `signature`: r and s, in base64url. */
export function isSignedBy(publicKey: Uint8Array, text: string, signature: string): boolean {
  const key = { key: keyObject(publicKey), dsaEncoding: 'ieee-p1363' } as const;
  return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

function keyObject(point: Uint8Array) {
  const coordinate = (from: number) => Buffer.from(point.slice(from, from + coordinateBytes)).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(1 + coordinateBytes) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}
