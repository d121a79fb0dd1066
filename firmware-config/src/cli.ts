// Writes the files of an appliance below a folder, to be copied onto the machine, or prints the settings of an edge:
//   npm run appliance -- edge --out DIR [--user foyer] [--folder /opt/foyer] [--data /var/lib/foyer]
//   npm run appliance -- screen --role kiosk|display --url https://HOST:PORT --authority FILE --out DIR
//   npm run appliance -- settings

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ApplianceFile } from './appliance-file.ts';
import { edgeApplianceFiles } from './edge-appliance.ts';
import { screenApplianceFiles } from './screen-appliance.ts';
import { settingsTable } from './settings-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    user: { type: 'string', default: 'foyer' },
    folder: { type: 'string', default: '/opt/foyer' },
    data: { type: 'string', default: '/var/lib/foyer' },
    role: { type: 'string', default: 'kiosk' },
    url: { type: 'string' },
    authority: { type: 'string' },
  },
});

const { out } = values;
if (positionals[0] === 'settings') {
  console.log(settingsTable());
} else {
  if (out === undefined) fail('--out names the folder to write to');
  for (const { path, mode, text } of wantedFiles()) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
    console.log(file);
  }
}

function wantedFiles(): readonly ApplianceFile[] {
  const { user, folder, data, role, url, authority } = values;
  if (positionals[0] === 'edge') return edgeApplianceFiles({ user, folder, dataDir: data });
  if (positionals[0] !== 'screen') fail('the first word is `edge`, `screen` or `settings`');
  if (role !== 'kiosk' && role !== 'display') fail('--role is kiosk or display');
  if (url === undefined || !/^https:\/\/[^/]+$/.test(url)) fail('--url is the edge over HTTPS, without a path');
  if (authority === undefined) fail('--authority is the file that the edge serves at /foyer-authority.crt');
  return screenApplianceFiles({
    role,
    edgeUrl: url,
    user,
    authority: readFileSync(authority).toString('base64'),
  });
}

function fail(why: string): never {
  console.error(why);
  process.exit(2);
}
