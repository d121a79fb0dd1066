// `npm run audit -- verify | rebuild | repair | begin-epoch | adoption-files [FOLDER]`: exit status 0 when all is well, the
// database is repaired, the epoch has begun, or the files are written; 1 when not; 2 when the question or the data folder is
// wrong. `--data DIR` names the data folder, `--json` answers for scripts, `--from centre` or `--from FOLDER` says where a
// repair has rows from (the recovery key of a copy is read from the standard input), `--cut` that it ends the log before the
// first row that nobody has, `--skip N` how many numbers of each letter an epoch leaves out.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { edgeSettings } from '@foyer/firmware-config/settings.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import { type AuditReport, runAudit, runBeginEpoch, runRepair } from './audit.ts';
import { writeAdoptionFiles } from './compose-adoption-files.ts';
import { endBeside, forgetBeside, sourceNamed } from './compose-repair.ts';
import { dataFiles } from './config/data-files.ts';

type Files = ReturnType<typeof dataFiles>;
const pathsIn = ({ database, clinicKey, lock }: Files) => ({
  databasePath: database,
  clinicKeyPath: clinicKey,
  lockPath: lock,
});
/** So many rows are a second or two of work. */
const progressEvery = 100_000;
const onRows = (rows: number): void => {
  if (rows % progressEvery === 0) console.error(`${rows} rows`);
};
const usage = `usage: npm run audit -- verify | rebuild | repair | begin-epoch | adoption-files [FOLDER]
  [--data DIR] [--json] [--from centre | FOLDER] [--cut] [--skip N]`;

const { values: said, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'boolean' },
    from: { type: 'string' },
    cut: { type: 'boolean' },
    skip: { type: 'string' },
  },
});
const [asked = '', folderAsked = '.'] = positionals;
const skip = said.skip === undefined ? undefined : Number(said.skip);
const isRight = skip === undefined || (Number.isInteger(skip) && skip >= 0);

/** What was noted beside the log was of the one before. */
async function ofAnotherLog(files: Files, acted: Promise<AuditReport>): Promise<AuditReport> {
  const report = await acted;
  if (report.ok) forgetBeside(files);
  return report;
}
const source = () => {
  const { FOYER_PMS_URL: url = '', FOYER_PMS_TOKEN_FILE: tokenFile = '' } = process.env;
  return sourceNamed(said.from, { url, tokenFile });
};

const commands = new Map<string, (files: Files, folder: string) => AuditReport | Promise<AuditReport>>([
  ['verify', (files) => runAudit('verify', pathsIn(files), { committed: endBeside(files), onRows })],
  ['rebuild', (files) => runAudit('rebuild', pathsIn(files))],
  [
    'repair',
    (files) =>
      ofAnotherLog(files, runRepair(pathsIn(files), { source: source(), cut: said.cut === true, now: Date.now })),
  ],
  ['begin-epoch', (files) => ofAnotherLog(files, runBeginEpoch(pathsIn(files), skip))],
  ['adoption-files', ({ database }, folder) => writeAdoptionFiles(database, folder)],
]);

const command = commands.get(asked);
const folder = said.data ?? process.env['FOYER_DATA_DIR'] ?? edgeSettings.FOYER_DATA_DIR.default;
// The demonstration keeps the edge's files in a folder of their own.
const files = [folder, join(folder, 'edge')].map(dataFiles).find(({ database }) => existsSync(database));

if (command === undefined || !isRight) {
  console.error(usage);
  process.exitCode = 2;
} else if (files === undefined) {
  console.error(`There is no clinic's database in ${folder}: set FOYER_DATA_DIR.`);
  process.exitCode = 2;
} else {
  try {
    const { ok, lines, json } = await command(files, folderAsked);
    if (said.json === true) console.log(JSON.stringify(json ?? { ok, lines }));
    else for (const line of lines) console.log(line);
    process.exitCode = ok ? 0 : 1;
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    console.error(fault.message, fault.facts);
    process.exitCode = 2;
  }
}
