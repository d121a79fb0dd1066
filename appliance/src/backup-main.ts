// `backup-main.js key --out FILE`: makes a recovery key, prints it once, and writes its public half.
// `backup-main.js make --to FOLDER --key FILE`: a sealed backup of FOYER_DATA_DIR.
// `backup-main.js restore --into FOLDER FILE`: reads the recovery key from standard input.
// Exit status 1 where it did not come to be, 2 when the question is wrong.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import { backUp, restore } from './backup/back-up.ts';
import { printRecoveryKey, readRecoveryKey } from './backup/recovery-key.ts';
import { makeRecoveryPair } from './backup/sealed-stream.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    to: { type: 'string' },
    key: { type: 'string' },
    into: { type: 'string' },
  },
});
const [verb, file] = positionals;
try {
  process.exitCode = await run();
} catch (fault) {
  if (!(fault instanceof AppError)) throw fault;
  console.error(fault.message, fault.facts);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const { out, to, key, into } = values;
  if (verb === 'key' && out !== undefined) return makeKey(out);
  if (verb === 'make' && to !== undefined && key !== undefined) return make(to, key);
  if (verb === 'restore' && into !== undefined && file !== undefined) return bringBack(file, into);
  console.error('usage: backup-main key --out FILE | make --to FOLDER --key FILE | restore --into FOLDER FILE');
  return 2;
}

function makeKey(out: string): number {
  const { privateKey, publicKey } = makeRecoveryPair();
  writeFileSync(out, `${Buffer.from(publicKey).toString('base64')}\n`, { flag: 'wx', mode: 0o644 });
  console.log('The recovery key. It is shown once and is nowhere else: print it, and lock it away outside the clinic.');
  console.log(printRecoveryKey(privateKey));
  return 0;
}

async function make(to: string, key: string): Promise<number> {
  const publicKey = Buffer.from(readFileSync(key, 'utf8'), 'base64');
  const dataDir = resolve(process.env['FOYER_DATA_DIR'] || './data');
  console.log(await backUp({ dataDir, to: resolve(to), publicKey, now: Date.now() }));
  return 0;
}

async function bringBack(from: string, into: string): Promise<number> {
  const recoveryKey = readRecoveryKey(readFileSync(0, 'utf8'));
  if (recoveryKey === undefined) {
    console.error('The recovery key is not typed as it is printed.');
    return 1;
  }
  await restore({ file: resolve(from), into: resolve(into), recoveryKey });
  console.log(`Restored. Before it serves: audit begin-epoch with FOYER_DATA_DIR=${resolve(into)}.`);
  return 0;
}
