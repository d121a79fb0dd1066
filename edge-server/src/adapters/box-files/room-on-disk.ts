import { statfs } from 'node:fs/promises';

/** Bytes that are free for this process on the disk of the folder. */
export async function roomOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
