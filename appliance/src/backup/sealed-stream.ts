// Bytes that only the holder of the recovery key can read, as a stream: X25519 for each backup, HKDF-SHA-256, then chunks
// under AES-256-GCM whose nonce counts and marks the last, so that none can be dropped, moved or cut off.
// Source: age-encryption.org/v1, "Payload"; Hoang et al., Online Authenticated-Encryption (STREAM).

import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';

const magic = Buffer.from('foyer-backup 1\n');
const rawBytes = 32;
const tagBytes = 16;
const chunkBytes = 64 * 1024;
/** Of a DER-coded key, what stands before its raw bytes. Source: RFC 8410. */
const spki = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Raw. */
export interface RecoveryPair {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

export function makeRecoveryPair(): RecoveryPair {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-rawBytes),
    publicKey: rawOf(publicKey),
  };
}

export async function* seal(content: AsyncIterable<Uint8Array>, publicKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const once = generateKeyPairSync('x25519');
  const sender = rawOf(once.publicKey);
  const key = keyOf(once.privateKey, publicKeyOf(publicKey), sender, publicKey);
  yield Buffer.concat([magic, sender]);
  let count = 0;
  for await (const { chunk, isLast } of chunksOf(content, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(count++, isLast));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws `backup-broken` at the first chunk that is not as it was sealed, and at an end that is not the end. */
export async function* open(sealed: AsyncIterable<Uint8Array>, privateKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const own = createPrivateKey({ key: Buffer.concat([pkcs8, privateKey]), type: 'pkcs8', format: 'der' });
  const recipient = rawOf(createPublicKey(own));
  const headBytes = magic.length + rawBytes;
  let key: Buffer | undefined;
  let count = 0;
  for await (const { chunk, isLast } of chunksOf(sealed, chunkBytes + tagBytes, headBytes)) {
    if (key === undefined) {
      if (chunk.length < headBytes || !chunk.subarray(0, magic.length).equals(magic)) throw broken();
      const sender = chunk.subarray(magic.length);
      key = keyOf(own, publicKeyOf(sender), sender, recipient);
      if (isLast) throw broken();
      continue;
    }
    yield opened(chunk, key, nonce(count++, isLast));
  }
}

function opened(chunk: Buffer, key: Buffer, at: Buffer): Buffer {
  if (chunk.length < tagBytes) throw broken();
  const decipher = createDecipheriv('aes-256-gcm', key, at);
  decipher.setAuthTag(chunk.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw broken(cause);
  }
}

/** Pieces of this size, the last of which may be shorter and is marked; there is always one. `first` is the size of the first. */
async function* chunksOf(
  content: AsyncIterable<Uint8Array>,
  size: number,
  first = size,
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  let wanted = first;
  for await (const bytes of content) {
    held = Buffer.concat([held, bytes]);
    // What might be the last stays until more comes.
    while (held.length > wanted) {
      yield { chunk: held.subarray(0, wanted), isLast: false };
      held = held.subarray(wanted);
      wanted = size;
    }
  }
  yield { chunk: held, isLast: true };
}

function keyOf(own: KeyObject, other: KeyObject, sender: Uint8Array, recipient: Uint8Array): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([sender, recipient]), 'foyer-backup', 32));
}

function nonce(count: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(count), 3);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spki, raw]), type: 'spki', format: 'der' });
}
function rawOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-rawBytes);
}
function broken(cause?: unknown): AppError {
  return new AppError('backup-broken', {}, { cause });
}
