// PostgreSQL's list of what a base backup holds, with the SHA-256 of each file and of the list itself. A backup of which a
// byte is another, or a file is away, is not begun with. Source: https://www.postgresql.org/docs/18/backup-manifest-format.html

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const atOnce = 32;

interface Manifest {
  readonly Files: readonly ManifestFile[];
  readonly 'Manifest-Checksum': string;
}

interface ManifestFile {
  readonly Path?: string;
  readonly 'Encoded-Path'?: string;
  readonly Checksum: string;
}

/** The first path that is not as the manifest says, `backup_manifest` where that is not itself; undefined: all is. */
export async function findChanged(manifestFile: string, unpackedDir: string): Promise<string | undefined> {
  const text = await readFile(manifestFile, 'utf8');
  // The list ends with its own hash, in a line of its own.
  const listed = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1);
  const manifest = readManifest(text);
  if (manifest?.['Manifest-Checksum'] !== createHash('sha256').update(listed).digest('hex')) return 'backup_manifest';
  for (let at = 0; at < manifest.Files.length; at += atOnce) {
    const changed = await Promise.all(
      manifest.Files.slice(at, at + atOnce).map(async (file) => {
        const path = file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString();
        return (await hashOf(join(unpackedDir, path))) === file.Checksum ? [] : [path];
      }),
    );
    const [first] = changed.flat();
    if (first !== undefined) return first;
  }
  return undefined;
}

function readManifest(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  return pipeline(createReadStream(path), hash).then(
    () => hash.digest('hex'),
    () => undefined,
  );
}
