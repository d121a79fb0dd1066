/**
 * A box with a version that runs, a stick with the next one, and a clinic whose database lives through it: everything but
 * the disk, the process and the clock is the supervisor's own.
 */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { type BundleManifest, manifestFile, readManifest, signatureFile } from '@foyer/appliance/bundle/manifest.ts';
import { digestOf } from '@foyer/appliance/bundle/open-bundle.ts';
import { signManifest } from '@foyer/appliance/bundle/signature.ts';
import type { Disk } from '@foyer/appliance/disk/disk.ts';
import { writeDurably } from '@foyer/appliance/disk/durably.ts';
import type { ClinicDatabase, Payload, PayloadHealth } from '@foyer/appliance/updates/ports.ts';
import type { DatabaseMark } from '@foyer/appliance/updates/update-facts.ts';
import type { Random } from '../../bench/kit/random.ts';

const databaseFile = '/data/edge.db';
export const stick = '/stick';
export const root = '/box';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
export const maker = pair();
const stranger = pair();

/** What is wrong with a bundle, and what the box has to say of it. */
export const bundleFaults = {
  forged: 'bundle-forged',
  rewritten: 'bundle-forged',
  torn: 'bundle-not-whole',
  cut: 'bundle-not-whole',
  expired: 'bundle-expired',
  downgraded: 'bundle-downgrade',
  foreign: 'bundle-of-another-machine',
  'too-old-for-the-database': 'bundle-wrong-database',
  unrehearsed: 'rehearsal-failed',
} as const satisfies Record<string, ErrorCode>;
export type BundleFault = keyof typeof bundleFaults;

/** How the next version does. */
export const manners = [
  'good',
  'migrates',
  'crashes',
  'ill',
  'migrates-ill',
  'migrates-serves-ill',
  'serves-crashes',
] as const;
export type Manner = (typeof manners)[number];

export const oldRelease = '1.0.0-5';
export const newRelease = '1.1.0-6';
const oldDatabase = 50;
const newDatabase = 52;
export const today = Date.UTC(2030, 0, 1);

export function putBundle(disk: Disk, random: Random, which: 'old' | 'new', fault?: BundleFault): void {
  const isOld = which === 'old';
  const contents: Record<string, Uint8Array> = {};
  for (const path of ['node', 'edge/main.js', 'edge/lib/rules.js'])
    contents[path] = Buffer.from(`${which} ${path} ${random.below(1e9)} `.repeat(1 + random.below(4)));
  const manifest: BundleManifest = {
    format: 1,
    version: isOld ? '1.0.0' : '1.1.0',
    counter: isOld || fault === 'downgraded' ? 5 : 6,
    machine: fault === 'foreign' ? 'linux-arm64' : 'linux-x64',
    lowestDatabase: fault === 'too-old-for-the-database' ? oldDatabase + 1 : 1,
    highestDatabase: isOld ? oldDatabase : newDatabase,
    expiresAt: fault === 'expired' ? today : today + 1,
    files: Object.fromEntries(
      Object.entries(contents).map(([path, bytes]) => [path, { sha256: digestOf(bytes), bytes: bytes.length }]),
    ),
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const signature = signManifest(bytes, (fault === 'forged' ? stranger : maker).privateKey);
  const put = (path: string, content: Uint8Array): void => {
    disk.makeFolder(join(stick, path, '..'));
    disk.write(join(stick, path), content, 0o644);
    disk.syncFile(join(stick, path));
  };
  for (const [path, content] of Object.entries(contents)) put(path, content);
  if (fault === 'torn') put('node', Buffer.from(contents['node']!).fill(0, 3));
  if (fault === 'cut') put('edge/main.js', contents['edge/main.js']!.slice(0, 5));
  const rewritten = Buffer.from(bytes.toString().replace('"counter":6', '"counter":9'));
  put(manifestFile, fault === 'rewritten' ? rewritten : bytes);
  put(signatureFile, Buffer.from(signature));
  for (const folder of [join(stick, 'edge/lib'), join(stick, 'edge'), stick, '/']) disk.syncFolder(folder);
}

/** Whether every file of a release is as its maker signed it. */
export function wholeRelease(disk: Disk, release: string): BundleManifest | undefined {
  const folder = join(root, 'versions', release);
  const bytes = disk.read(join(folder, manifestFile));
  const manifest = bytes === undefined ? undefined : readManifest(bytes);
  const isWhole = Object.entries(manifest?.files ?? {}).every(([path, { sha256 }]) => {
    const content = disk.read(join(folder, path));
    return content !== undefined && digestOf(content) === sha256;
  });
  return isWhole ? manifest : undefined;
}

export class SimulatedDatabase implements ClinicDatabase {
  readonly #disk: Disk;
  constructor(disk: Disk) {
    this.#disk = disk;
  }

  make(): void {
    this.#disk.makeFolder('/data');
    this.#disk.syncFolder('/');
    this.write({ number: oldDatabase, epoch: 1, seq: 1 });
  }

  mark(): DatabaseMark | undefined {
    const bytes = this.#disk.read(databaseFile);
    return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString()) as DatabaseMark);
  }

  copyTo(path: string): void {
    this.#disk.write(path, this.#disk.read(databaseFile)!, 0o600);
  }

  takeFrom(path: string): void {
    writeDurably(this.#disk, databaseFile, this.#disk.read(path)!);
  }

  /** A commit of what runs. */
  write(mark: DatabaseMark): void {
    writeDurably(this.#disk, databaseFile, Buffer.from(JSON.stringify(mark)));
  }
}

/** A clinic at work: whenever it is well it accepts something, and keeps it. */
export class SimulatedEdge implements Payload {
  runs: string | null = null;
  /** The last row that somebody was answered for. */
  acknowledged = 1;
  readonly #disk: Disk;
  readonly #database: SimulatedDatabase;
  readonly #manner: Manner;
  readonly #waiting: number;
  #looks = 0;

  constructor(disk: Disk, database: SimulatedDatabase, manner: Manner, waiting: number) {
    this.#disk = disk;
    this.#database = database;
    this.#manner = manner;
    this.#waiting = waiting;
  }

  start(release: string): void {
    this.#looks = 0;
    const manifest = wholeRelease(this.#disk, release);
    const mark = this.#database.mark()!;
    // What is torn ends at once, and so does an old version on tables that it does not know.
    if (manifest === undefined || mark.number > manifest.highestDatabase) return;
    const isNew = release === newRelease;
    if (isNew && this.#manner === 'crashes') return;
    if (isNew && this.#manner.startsWith('migrates')) this.#database.write({ ...mark, number: newDatabase });
    this.runs = release;
  }

  async stop(): Promise<void> {
    this.runs = null;
  }

  async health(): Promise<PayloadHealth> {
    this.#looks += 1;
    const hasServed = this.#looks > 1;
    const manner = this.runs === newRelease ? this.#manner : 'good';
    if (manner === 'serves-crashes' && hasServed) {
      this.runs = null;
      return { well: false, waiting: undefined };
    }
    const well = !(manner === 'ill' || manner === 'migrates-ill' || (manner === 'migrates-serves-ill' && hasServed));
    if (well) {
      const mark = this.#database.mark()!;
      this.#database.write({ ...mark, seq: mark.seq + 1 });
      this.acknowledged = mark.seq + 1;
    }
    return { well, waiting: well ? this.#waiting : undefined };
  }
}
