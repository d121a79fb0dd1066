// `backup-main.js key --out FILE`: makes a recovery key, prints it once, and writes its public half.
// `backup-main.js make --to FOLDER --key FILE`: a sealed backup of FOYER_DATA_DIR, and to the centre where FOYER_PMS_URL
//   and FOYER_PMS_TOKEN_FILE name one. With `--mounted` a folder where nothing is mounted is left out.
// `backup-main.js restore --into FOLDER FILE`: reads the recovery key from standard input.
// `backup-main.js restore --into FOLDER --centre URL`: reads the restore code from its first line, then the recovery key.
// Exit status 1 where it did not come to be, 2 when the question is wrong.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import { restore } from './backup/back-up.ts';
import { type CentreLine, centreLine } from './backup/centre-line.ts';
import { fetchBackup } from './backup/fetch-backup.ts';
import { backUpTonight, isMounted } from './backup/nightly-backup.ts';
import { printRecoveryKey, readRecoveryKey } from './backup/recovery-key.ts';
import { makeRecoveryPair } from './backup/sealed-stream.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    to: { type: 'string' },
    key: { type: 'string' },
    into: { type: 'string' },
    centre: { type: 'string' },
    mounted: { type: 'boolean', default: false },
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
  const { out, to, key, into, centre } = values;
  if (verb === 'key' && out !== undefined) return makeKey(out);
  if (verb === 'make' && to !== undefined && key !== undefined) return make(to, key);
  if (verb === 'restore' && into !== undefined && file !== undefined) return bringBack(file, into, standardInput());
  if (verb === 'restore' && into !== undefined && centre !== undefined) return bringFromCentre(centre, into);
  console.error(
    'usage: backup-main key --out FILE | make --to FOLDER --key FILE [--mounted] | restore --into FOLDER (FILE | --centre URL)',
  );
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
  const done = await backUpTonight({
    dataDir: resolve(process.env['FOYER_DATA_DIR'] || './data'),
    stick: values.mounted && !isMounted(resolve(to)) ? undefined : resolve(to),
    publicKey: Buffer.from(readFileSync(key, 'utf8'), 'base64'),
    centre: centreOfClinic(),
    now: Date.now(),
  });
  for (const { place, fault } of done) console.log(place, fault === undefined ? 'done' : fault.message);
  return done.some(({ fault }) => fault !== undefined) ? 1 : 0;
}

function centreOfClinic(): CentreLine | undefined {
  const url = process.env['FOYER_PMS_URL'];
  const tokenFile = process.env['FOYER_PMS_TOKEN_FILE'];
  return url && tokenFile ? centreLine({ url, token: readFileSync(tokenFile, 'utf8').trim() }) : undefined;
}

async function bringBack(from: string, into: string, typedKey: string): Promise<number> {
  const recoveryKey = readRecoveryKey(typedKey);
  if (recoveryKey === undefined) {
    console.error('The recovery key is not typed as it is printed.');
    return 1;
  }
  await restore({ file: resolve(from), into: resolve(into), recoveryKey });
  console.log(`Restored. Before it serves: audit begin-epoch with FOYER_DATA_DIR=${resolve(into)}.`);
  return 0;
}

/** The key is looked at first: a code is good once. What was fetched stays where a restore fails. */
async function bringFromCentre(url: string, into: string): Promise<number> {
  const [code = '', ...key] = standardInput().trim().split('\n');
  if (readRecoveryKey(key.join('')) === undefined) return bringBack('', into, key.join(''));
  const fetched = `${resolve(into)}.foyer-backup`;
  await fetchBackup(centreLine({ url }), code.trim(), fetched);
  const status = await bringBack(fetched, into, key.join(''));
  rmSync(fetched);
  return status;
}

function standardInput(): string {
  return readFileSync(0, 'utf8');
}
