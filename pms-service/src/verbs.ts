// What `npm run pms -- <verb>` does. Each verb prints what a person or a script needs and ends with a status.

import { readFile, writeFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import { centreRoles, type CentreRole } from '@foyer/contracts/centre-api.ts';
import { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { formFaults } from '@foyer/contracts/form-faults.ts';
import { journeyFaults } from '@foyer/contracts/journey-faults.ts';
import { createPms, migrateDatabase, openCore, type Core } from './compose.ts';
import { readConfig, type PmsConfig } from './config/settings.ts';
import { factsOf, readImportFile } from './import-file.ts';
import { createLog } from './log.ts';
import { createUser } from './modules/identity/use-cases.ts';
import { giveClinicKey } from './modules/identity/use-cases-clinic-key.ts';
import { importFacts } from './modules/importing/use-cases.ts';
import { addEdge, createClinic, createNetwork, findClinic } from './modules/tenancy/use-cases.ts';
import { schemaFaults } from './schema-faults.ts';
import { untilSignal } from './until-signal.ts';
import { backupVerb, restoreVerb } from './verbs-backup.ts';

type Verb = (config: PmsConfig, options: Readonly<Record<string, string | undefined>>) => Promise<void>;

const usage = `npm run pms -- <verb>
  serve                                                    serve until told to stop (what happens without a verb)
  migrate                                                  bring the database of DATABASE_MIGRATION_URL to this version, and make
                                                           the role of DATABASE_URL
  add-network --name NAME                                  a new network of clinics; prints its id
  add-clinic --network ID --configuration FILE             a new clinic from its configuration
  add-user --network ID --email E --role R [--clinic ID]   a user; the password is read from standard input
  import --clinic ID --file FILE                           staff, prices, patients and appointments; the same file again is fine
  clinic-key --clinic ID --email E --out FILE              the clinic's own key, for a box that lost it, to an administrator, whose
                                                           password is read from standard input
  add-edge --clinic ID [--out FILE]                        a credential for the clinic's edge (FOYER_PMS_TOKEN_FILE)
  backup --to FOLDER [--keep N]                            the whole database, and from then on all that changes; the last 7 stay
  restore --from FOLDER [--until MOMENT] --into DATA       a data folder from that, as it was at 2026-11-26T10:15:00Z
`;

const verbs: Readonly<Record<string, Verb>> = {
  async serve(config) {
    const pms = createPms(config);
    await pms.start();
    await untilSignal();
    await pms.stop();
  },
  async migrate(config) {
    const applied = await migrateDatabase(config);
    print(applied.length === 0 ? 'up to date' : applied.join('\n'));
  },
  async 'add-network'(config, { name }) {
    await withCore(config, async ({ context }) => {
      const networkId = context.newId();
      await createNetwork(context, { networkId, name: needed('name', name) });
      print(networkId);
    });
  },
  async 'add-clinic'(config, { network, configuration }) {
    const written: unknown = JSON.parse(await readFile(needed('configuration', configuration), 'utf8'));
    refuse(schemaFaults(ClinicConfiguration, written));
    const clinic = written as ClinicConfiguration;
    refuse([...formFaults(clinic), ...journeyFaults(clinic)].map(({ path, code }) => `${path}: ${code}`));
    await withCore(config, async ({ context }) => {
      await createClinic(context, needed('network', network), clinic);
      print(clinic.clinicId);
    });
  },
  async 'add-user'(config, { network, email, role, clinic }) {
    if (!centreRoles.includes(role as CentreRole)) throw new AppError('configuration-invalid', { setting: '--role' });
    const password = await readPassword();
    await withCore(config, async ({ context }) => {
      const userId = context.newId();
      const networkId = needed('network', network);
      await createUser(context, {
        userId,
        networkId,
        email: needed('email', email),
        role: role as CentreRole,
        clinicId: clinic ?? null,
        password,
      });
      print(userId);
    });
  },
  async import(config, { clinic, file }) {
    const clinicId = needed('clinic', clinic);
    const read = readImportFile(await readFile(needed('file', file), 'utf8'));
    if (!read.ok) return refuse(read.faults);
    await withCore(config, async ({ context }) => {
      const found = await context.withTenant({ clinicId }, (tx) => findClinic(tx, clinicId));
      const result = found && (await importFacts(context, clinicId, factsOf(read.file, found.configuration)));
      if (result === undefined) throw new AppError('not-found', { clinicId });
      if (!result.ok) return refuse(result.faults.map(({ path, what }) => `${path}: ${what}`));
      const { staff, prices, patients, booked } = result.imported;
      print(`staff ${staff}, prices ${prices}, patients ${patients}, appointments ${booked}`);
    });
  },
  async 'clinic-key'(config, { clinic, email, out }) {
    const clinicId = needed('clinic', clinic);
    const file = needed('out', out);
    const typed = { email: needed('email', email), password: await readPassword() };
    await withCore(config, async ({ context }) => {
      const given = await giveClinicKey(context, clinicId, typed);
      if (!given.ok) throw new AppError(given.refusal.code, { clinicId });
      await writeFile(file, given.key, { mode: 0o600, flag: 'wx' });
    });
  },
  async 'add-edge'(config, { clinic, out }) {
    await withCore(config, async ({ context }) => {
      const edge = await addEdge(context, needed('clinic', clinic));
      if (edge === undefined) throw new AppError('not-found', { clinicId: clinic });
      if (out === undefined) print(edge.token);
      else await writeFile(out, `${edge.token}\n`, { mode: 0o600 });
    });
  },
  async backup(config, { to, keep }) {
    print((await backupVerb(config, { to: needed('to', to), keep })).join('\n'));
  },
  async restore(_config, { from, until, into }) {
    print((await restoreVerb({ from: needed('from', from), until, into: needed('into', into) })).join('\n'));
  },
};

/** The status to end with. */
export async function runVerb(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    name: text,
    network: text,
    configuration: text,
    email: text,
    role: text,
    clinic: text,
    file: text,
    out: text,
    to: text,
    keep: text,
    from: text,
    until: text,
    into: text,
  };
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const verb = verbs[positionals[0] ?? 'serve'];
    if (verb === undefined) {
      process.stderr.write(usage);
      return 2;
    }
    await verb(readConfig(environment), values);
    return 0;
  } catch (error) {
    const facts = error instanceof AppError ? ` ${JSON.stringify(error.facts)}` : '';
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${facts}\n`);
    return 1;
  }
}

async function readPassword(): Promise<string> {
  return (await readText(process.stdin)).replace(/\r?\n$/, '');
}

async function withCore(config: PmsConfig, work: (core: Core) => Promise<void>): Promise<void> {
  const core = await openCore(config, createLog('silent'), { join: true });
  try {
    await work(core);
  } finally {
    await core.stop();
  }
}

function needed(option: string, value: string | undefined): string {
  if (value === undefined) throw new AppError('configuration-invalid', { setting: `--${option}` });
  return value;
}

/** Nothing is done where something is wrong; each fault is a line. */
function refuse(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
