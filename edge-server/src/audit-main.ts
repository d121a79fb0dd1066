// `npm run audit -- verify | rebuild | begin-epoch | adoption-files [FOLDER]`: exit status 0 when the log is whole, the
// projections are what it says, the epoch has begun, or the files are written; 1 when not; 2 when the question or the
// data folder is wrong.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { edgeSettings } from '@foyer/firmware-config/settings.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import { type AuditReport, runAudit, runBeginEpoch } from './audit.ts';
import { writeAdoptionFiles } from './compose-adoption-files.ts';
import { dataFiles } from './config/data-files.ts';

type Files = ReturnType<typeof dataFiles>;
const pathsIn = ({ database, clinicKey, lock }: Files) => ({
  databasePath: database,
  clinicKeyPath: clinicKey,
  lockPath: lock,
});
const commands = new Map<string, (files: Files, folder: string) => AuditReport | Promise<AuditReport>>([
  ['verify', (files) => runAudit('verify', pathsIn(files))],
  ['rebuild', (files) => runAudit('rebuild', pathsIn(files))],
  ['begin-epoch', (files) => runBeginEpoch(pathsIn(files))],
  ['adoption-files', ({ database }, folder) => writeAdoptionFiles(database, folder)],
]);

const [asked = '', folderAsked = '.'] = process.argv.slice(2);
const command = commands.get(asked);
const folder = process.env['FOYER_DATA_DIR'] ?? edgeSettings.FOYER_DATA_DIR.default;
// The demonstration keeps the edge's files in a folder of their own.
const files = [folder, join(folder, 'edge')].map(dataFiles).find(({ database }) => existsSync(database));

if (command === undefined) {
  console.error(`usage: npm run audit -- ${[...commands.keys()].join(' | ')}`);
  process.exitCode = 2;
} else if (files === undefined) {
  console.error(`There is no clinic's database in ${folder}: set FOYER_DATA_DIR.`);
  process.exitCode = 2;
} else {
  try {
    const report = await command(files, folderAsked);
    for (const line of report.lines) console.log(line);
    process.exitCode = report.ok ? 0 : 1;
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    console.error(fault.message, fault.facts);
    process.exitCode = 2;
  }
}
