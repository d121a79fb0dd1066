import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import type { Disk } from './disk.ts';

export const localDisk: Disk = {
  read: (path) => (existsSync(path) ? readFileSync(path) : undefined),
  list: (path) => (existsSync(path) ? readdirSync(path) : []),
  linkAt(path) {
    try {
      return readlinkSync(path);
    } catch {
      return undefined;
    }
  },
  write(path, bytes, mode) {
    const file = openSync(path, 'w', mode);
    try {
      fchmodSync(file, mode);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
  },
  makeFolder: (path) => void mkdirSync(path, { recursive: true }),
  rename: renameSync,
  link: (target, path) => symlinkSync(target, path),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  syncFile: sync,
  syncFolder: sync,
};

function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
