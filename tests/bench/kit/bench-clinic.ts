/**
 * A clinic to measure and to break: the demonstration's configuration with as many screens and tablets as asked
 * for, its tokens in a file as the edge reads them, its data on the disk of this checkout (a folder for
 * temporary files may be in memory, where a sync costs nothing).
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { generateClinic } from '@foyer/demo/clinic/generate.ts';
import { businessDayStart } from '@foyer/demo/launch/business-day.ts';
import { zoneAtMidday } from '@foyer/edge-server/testing/zone-at-midday.ts';
import { atExit } from './at-exit.ts';
import { createRandom } from './random.ts';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

export interface BenchClinic {
  /** Holds everything; the edge's data is below it. */
  readonly folder: string;
  readonly dataDir: string;
  readonly demonstrationFile: string;
  readonly configuration: ClinicConfiguration;
  /** The walk-in services, in the order of the kiosk's page. */
  readonly serviceIds: readonly string[];
  readonly kiosks: readonly string[];
  readonly displays: readonly string[];
  /** One for each service point, in their order. */
  readonly nurses: readonly { readonly token: string; readonly servicePointId: string }[];
  /** One-time codes, each for a tablet. */
  readonly tabletCodes: readonly string[];
  readonly reception: string;
  readonly supervisor: string;
  readonly cashier: string;
  readonly auditor: string;
  remove(): void;
}

export interface BenchClinicOptions {
  readonly seed: number;
  readonly kiosks: number;
  readonly displays: number;
  readonly tablets?: number;
  /** Every room serves the first walk-in service, so that all of them compete for the same patients. */
  readonly oneService?: boolean;
  /** What is different at this clinic; `serviceId` is the first walk-in service. */
  readonly change?: (configuration: ClinicConfiguration, serviceId: string) => ClinicConfiguration;
}

export function makeBenchClinic(options: BenchClinicOptions): BenchClinic {
  const { folder, remove } = makeBenchFolder();
  const zone = zoneAtMidday(Date.now());
  const today = businessDayStart(Date.now(), zone);
  const { configuration: whole, ids, staff } = generateClinic(options.seed, zone, today);
  // Nobody cleans between two of a bench's calls.
  const rooms = whole.servicePoints.map((point) => ({ ...point, cleaning: false }));
  const servicePoints = rooms.map((point) =>
    options.oneService === true ? { ...point, serviceIds: [ids.doctor] } : point,
  );
  const usual: ClinicConfiguration = { ...whole, servicePoints };
  const configuration = options.change?.(usual, ids.doctor) ?? usual;
  const random = createRandom(options.seed);
  const newId = (): string =>
    uuidV7(
      Date.now(),
      Uint8Array.from({ length: 10 }, () => random.below(256)),
    );
  const nurse = staff.find((person) => person.roles.includes('nurse')) ?? staff[0]!;

  const tokens: EdgeDemonstration['tokens'] = [];
  const add = (entry: Omit<EdgeDemonstration['tokens'][number], 'token'>): string => {
    const token = randomBytes(24).toString('base64url');
    tokens.push({ token, ...entry });
    return token;
  };
  const screens = (role: 'kiosk' | 'display', count: number): readonly string[] =>
    Array.from({ length: count }, () => add({ role, deviceId: newId() }));
  const clinic = {
    kiosks: screens('kiosk', options.kiosks),
    displays: screens('display', options.displays),
    nurses: configuration.servicePoints.map(({ id: servicePointId }) => ({
      token: add({ role: 'nurse', staffId: nurse.id, servicePointId }),
      servicePointId,
    })),
    reception: add({ role: 'reception', staffId: nurse.id }),
    supervisor: add({ role: 'supervisor', staffId: nurse.id }),
    cashier: add({ role: 'cashier', staffId: nurse.id }),
    auditor: add({ role: 'auditor', staffId: nurse.id }),
  };
  const tabletCodes = Array.from({ length: options.tablets ?? 0 }, () => randomBytes(24).toString('base64url'));
  const codes = tabletCodes.map((code, index) => ({
    code,
    role: 'staff-tablet' as const,
    name: `Tablet ${index + 1}`,
  }));
  const demonstration: EdgeDemonstration = { configuration, tokens, codes };
  const demonstrationFile = join(folder, 'demonstration.json');
  writeFileSync(demonstrationFile, JSON.stringify(demonstration), { mode: 0o600 });
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  return {
    ...clinic,
    tabletCodes,
    folder,
    dataDir,
    demonstrationFile,
    configuration,
    serviceIds: [ids.doctor, ids.nurse, ids.samples],
    remove,
  };
}

/** A new folder on the disk of this checkout, which other users (a database's own) may enter. */
function makeBenchFolder(): { readonly folder: string; remove(): void } {
  const parent = join(repositoryRoot, '.build');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  chmodSync(folder, 0o755);
  const left = atExit(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, remove: () => left.now() };
}
