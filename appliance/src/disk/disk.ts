// The disk as an update sees it. What was written or named is there after a power cut only once it was synced: the bytes
// of a file by `syncFile`, the names in a folder by `syncFolder`. Source: POSIX fsync(2), rename(2).

export interface Disk {
  /** Undefined: there is no file of this name. */
  read(path: string): Uint8Array | undefined;
  /** The names in a folder; none where there is no folder. */
  list(path: string): readonly string[];
  /** What a symbolic link says; undefined: there is none. */
  linkAt(path: string): string | undefined;
  write(path: string, bytes: Uint8Array, mode: number): void;
  /** With those above it. */
  makeFolder(path: string): void;
  /** Takes the place of what has the name, in one step; both names are in one folder. */
  rename(from: string, to: string): void;
  link(target: string, path: string): void;
  /** With everything below it; nothing where there is nothing. */
  remove(path: string): void;
  syncFile(path: string): void;
  syncFolder(path: string): void;
}
