/**
 * What a process did to its disk, as `disk-shim.c` wrote it down, in its order. A file of the name `notes` is no part of the
 * disk: what is written to it says what the process had promised by then.
 */

export type DiskCall =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly name: string; readonly size: number }
  /** Of a file, or of the folder, whose name is empty. */
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'rename' | 'link'; readonly name: string; readonly to: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'note'; readonly text: string };

const headBytes = 15;
const notes = 'notes';
const kinds = { created: 1, written: 2, cut: 3, synced: 4, renamed: 5, removed: 6, linked: 7 } as const;

/** By folder, one below the watched one; each name is that within it. */
export function readDiskLog(log: Buffer): ReadonlyMap<string, readonly DiskCall[]> {
  const calls = new Map<string, DiskCall[]>();
  for (let at = 0; at + headBytes <= log.length;) {
    const nameBytes = log.readUInt16LE(at + 1);
    const length = log.readUInt32LE(at + 3);
    const begin = at + headBytes + nameBytes;
    const [folder, name] = parted(log.toString('utf8', at + headBytes, begin));
    const call = callOf(
      log.readUInt8(at),
      name,
      Number(log.readBigInt64LE(at + 7)),
      log.subarray(begin, begin + length),
    );
    if (call !== undefined) listOf(calls, folder).push(call);
    at = begin + length;
  }
  return calls;
}

function callOf(kind: number, name: string, offset: number, bytes: Buffer): DiskCall | undefined {
  if (name === notes) return kind === kinds.written ? { kind: 'note', text: bytes.toString('utf8').trim() } : undefined;
  switch (kind) {
    case kinds.created:
      return { kind: 'create', name };
    case kinds.written:
      return { kind: 'write', name, offset, bytes };
    case kinds.cut:
      return { kind: 'cut', name, size: offset };
    case kinds.synced:
      return { kind: 'sync', name };
    case kinds.renamed:
      return { kind: 'rename', name, to: parted(bytes.toString('utf8'))[1] };
    case kinds.linked:
      return { kind: 'link', name, to: parted(bytes.toString('utf8'))[1] };
    case kinds.removed:
      return { kind: 'remove', name };
    default:
      return undefined;
  }
}

function listOf(calls: Map<string, DiskCall[]>, folder: string): DiskCall[] {
  const list = calls.get(folder) ?? [];
  calls.set(folder, list);
  return list;
}

function parted(path: string): readonly [string, string] {
  const at = path.indexOf('/');
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}
