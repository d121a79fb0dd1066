// `node edge-server/src/rehearsal-main.js FOLDER`: tries this release on the copy of a clinic in that folder. Exit status 0
// when it works, with a line that says what came of it; 1 when not.

import { dataFiles } from './config/data-files.ts';
import { rehearse } from './writer/compose-rehearsal.ts';

const { database, clinicKey } = dataFiles(process.argv[2] ?? '.');
try {
  const rehearsal = rehearse({ databasePath: database, clinicKeyPath: clinicKey });
  console.log(JSON.stringify(rehearsal));
  process.exitCode = rehearsal.ok ? 0 : 1;
} catch (fault) {
  console.error(fault);
  process.exitCode = 1;
}
