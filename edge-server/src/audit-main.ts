// `npm run audit -- verify | rebuild`: exit status 0 when the log is whole, or the projections are what it says; 1 when
// not; 2 when the question or the data folder is wrong.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { edgeSettings } from '@foyer/firmware-config/settings.ts';
import { auditCommands, runAudit } from './audit.ts';
import { dataFiles } from './config/data-files.ts';

const [asked] = process.argv.slice(2);
const command = auditCommands.find((name) => name === asked);
const folder = process.env['FOYER_DATA_DIR'] ?? edgeSettings.FOYER_DATA_DIR.default;
// The demonstration keeps the edge's files in a folder of their own.
const files = [folder, join(folder, 'edge')].map(dataFiles).find(({ database }) => existsSync(database));

if (command === undefined) {
  console.error(`usage: npm run audit -- ${auditCommands.join(' | ')}`);
  process.exitCode = 2;
} else if (files === undefined) {
  console.error(`There is no clinic's database in ${folder}: set FOYER_DATA_DIR.`);
  process.exitCode = 2;
} else {
  const report = runAudit(command, {
    databasePath: files.database,
    clinicKeyPath: files.clinicKey,
  });
  for (const line of report.lines) console.log(line);
  process.exitCode = report.ok ? 0 : 1;
}
