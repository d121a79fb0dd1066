// Who may read a copy: the holder of the recovery key, whose public half the box has. X25519 for each file, HKDF-SHA-256,
// then AES-256-GCM; the key is the one that opens backups. Source: RFC 7748, RFC 5869, docs/install.md.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

const cipherName = 'aes-256-gcm';
const rawBytes = 32;
const sumBytes = 2;
const tagBytes = 16;
/** Of a DER-coded key, what stands before its raw bytes. Source: RFC 8410. */
const spki = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A key for one file, and what its reader needs beside the recovery key. */
export interface FileKey {
  readonly key: Uint8Array;
  readonly sender: Uint8Array;
}

export function newFileKey(publicKey: Uint8Array): FileKey {
  const once = generateKeyPairSync('x25519');
  const sender = rawOf(once.publicKey);
  const other = createPublicKey({ key: Buffer.concat([spki, publicKey]), type: 'spki', format: 'der' });
  return { key: agreed(once.privateKey, other, sender, publicKey), sender };
}

export function fileKeyOf(sender: Uint8Array, recoveryKey: Uint8Array): Uint8Array {
  const own = privateKeyOf(recoveryKey);
  const other = createPublicKey({ key: Buffer.concat([spki, sender]), type: 'spki', format: 'der' });
  return agreed(own, other, sender, rawOf(createPublicKey(own)));
}

export function publicHalf(recoveryKey: Uint8Array): Uint8Array {
  return rawOf(createPublicKey(privateKeyOf(recoveryKey)));
}

/** `count` is another one for each piece under a key. */
export function sealPiece(key: Uint8Array, count: number, head: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv(cipherName, key, nonce(count), { authTagLength: tagBytes });
  cipher.setAAD(head);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined: it was changed, or sealed for another. */
export function openPiece(key: Uint8Array, count: number, head: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < tagBytes) return undefined;
  const decipher = createDecipheriv(cipherName, key, nonce(count), { authTagLength: tagBytes });
  decipher.setAAD(head);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** As it is printed; undefined where it was not typed so. Spaces, hyphens and small letters do not count. */
export function readRecoveryKey(typed: string): Uint8Array | undefined {
  const written = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const values = Array.from(written, (sign) => signs.indexOf(sign));
  if (values.includes(-1) || values.length !== Math.ceil(((rawBytes + sumBytes) * 8) / 5)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const key = bytes.subarray(0, rawBytes);
  const sum = createHash('sha256').update(key).digest().subarray(0, sumBytes);
  return bytes.subarray(rawBytes).equals(sum) ? key : undefined;
}

function agreed(own: KeyObject, other: KeyObject, sender: Uint8Array, recipient: Uint8Array): Uint8Array {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([sender, recipient]), 'foyer-copy', rawBytes));
}

function privateKeyOf(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, raw]), type: 'pkcs8', format: 'der' });
}

function nonce(count: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(count), 4);
  return bytes;
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-rawBytes);
}
