// A password as Mosquitto's `password_file` holds it: `$7$`, PBKDF2 with SHA-512. Source: mosquitto, lib/password_mosq.
// Tokens are 256 random bits: nobody guesses them, so that few rounds are enough.

import { pbkdf2Sync, randomBytes } from 'node:crypto';

const rounds = 101;
const saltBytes = 12;
const hashBytes = 64;

export function mosquittoPassword(password: string, salt: Uint8Array = randomBytes(saltBytes)): string {
  const hash = pbkdf2Sync(password, salt, rounds, hashBytes, 'sha512');
  return `$7$${rounds}$${Buffer.from(salt).toString('base64')}$${hash.toString('base64')}`;
}
