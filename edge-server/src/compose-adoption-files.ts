// Writes the files with which a centre takes over a clinic that was set up here. Reads alone, also while the edge runs.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { openReadModel } from './adapters/sqlite/read-model.ts';
import type { AuditReport } from './audit.ts';
import { adoptionFiles } from './first-run/adoption-files.ts';

/** Throws `not-ready` where there is no clinic yet. */
export function writeAdoptionFiles(databasePath: string, folder: string): AuditReport {
  const readModel = openReadModel(databasePath);
  try {
    const files = adoptionFiles(readModel);
    if (files === undefined) throw new AppError('not-ready');
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    }
    const { clinicId, name } = files.clinic;
    return {
      ok: true,
      lines: [
        `${name}: clinic.json and facts.json are in ${folder}. At the office, each as npm run pms -- …:`,
        '  add-clinic --network ID --configuration clinic.json',
        `  import --clinic ${clinicId} --file facts.json`,
        `  add-edge --clinic ${clinicId} --out edge.token`,
        'Then set FOYER_PMS_URL and FOYER_PMS_TOKEN_FILE here, and start the edge again.',
      ],
    };
  } finally {
    readModel.close();
  }
}
