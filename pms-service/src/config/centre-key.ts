// The key that wraps every key in the database. It lies in a file of its own, so that a copy of the database alone opens
// nothing; who loses it loses the escrowed keys too.

import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';

const keyBytes = 32;

/** Makes the key at the first call, mode 0600. Throws `configuration-invalid` when the file holds something else. */
export async function loadCentreKey(file: string): Promise<Uint8Array> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, randomBytes(keyBytes), { mode: 0o600, flag: 'wx', flush: true }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  const key = await readFile(file);
  if (key.length !== keyBytes) throw new AppError('configuration-invalid', { setting: 'FOYER_PMS_KEY_FILE' });
  return key;
}
