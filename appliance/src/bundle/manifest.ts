// What a bundle says of itself. The signature is over these bytes as they stand, so nothing is read from them before it
// was verified; the hashes then vouch for every file.

export interface BundleManifest {
  readonly format: 1;
  readonly version: string;
  /** Goes up with every bundle that is made; a box never goes back. */
  readonly counter: number;
  /** As Node names it: `linux-x64`. */
  readonly machine: string;
  /** Numbers of the edge's migrations: databases that it can open, and the one that it makes of them. */
  readonly lowestDatabase: number;
  readonly highestDatabase: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** By path within the bundle, `/` between. */
  readonly files: Readonly<Record<string, BundleFile>>;
}
export interface BundleFile {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly executable?: true;
}

/** A version as a box keeps it. */
export interface Release {
  readonly version: string;
  readonly counter: number;
}

export const manifestFile = 'manifest.json';
export const signatureFile = 'manifest.sig';

/** The folder of a release: two bundles never share one. */
export function releaseFolder({ version, counter }: Release): string {
  return `${version}-${counter}`;
}

/** Undefined: it is no manifest that this supervisor understands, or one that would write outside its folder. */
export function readManifest(bytes: Uint8Array): BundleManifest | undefined {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  return isManifest(read) ? read : undefined;
}

function isManifest(value: unknown): value is BundleManifest {
  if (!isRecord(value) || value['format'] !== 1) return false;
  const { version, machine, files } = value;
  const numbers = ['counter', 'lowestDatabase', 'highestDatabase', 'expiresAt'];
  return (
    typeof version === 'string' &&
    /^\d+\.\d+\.\d+$/.test(version) &&
    typeof machine === 'string' &&
    numbers.every((name) => Number.isSafeInteger(value[name]) && Number(value[name]) >= 0) &&
    isRecord(files) &&
    Object.entries(files).every(([path, file]) => isInnerPath(path) && isFile(file))
  );
}

function isInnerPath(path: string): boolean {
  const isPart = (part: string): boolean => part !== '' && part !== '.' && part !== '..';
  return path !== manifestFile && path !== signatureFile && !/[\\\p{Cc}]/u.test(path) && path.split('/').every(isPart);
}

function isFile(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { sha256, bytes, executable } = value;
  const isMode = executable === undefined || executable === true;
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && Number.isSafeInteger(bytes) && isMode;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
