// A character device, opened so that neither a silent printer nor a full buffer blocks a thread.

import { constants, type FileHandle, open } from 'node:fs/promises';
import type { PrinterLine, PrinterLink } from './printer-line.ts';

const POLL_MS = 20;

export function deviceLink(path: string): PrinterLink {
  return async () => deviceLine(await open(path, constants.O_RDWR | constants.O_NONBLOCK));
}

function deviceLine(handle: FileHandle): PrinterLine {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let reading = false;
  const timer = setInterval(() => {
    if (reading || listeners.size === 0) return;
    reading = true;
    void readSome(handle).then((bytes) => {
      reading = false;
      if (bytes.length > 0) for (const listener of listeners) listener(bytes);
    });
  }, POLL_MS);
  let isOpen = true;
  const close = (): void => {
    isOpen = false;
    clearInterval(timer);
    listeners.clear();
    void handle.close().catch(() => undefined);
  };
  return {
    write: (bytes) => writeAll(handle, bytes, () => isOpen),
    onBytes: (listener) => void listeners.add(listener),
    // The next write tells.
    onEnd: () => undefined,
    handOver: () => Promise.resolve(),
    close,
    destroy: close,
  };
}

/** Nothing to read is no bytes, and so is a device that went away: the next write tells. */
async function readSome(handle: FileHandle): Promise<Uint8Array> {
  const buffer = Buffer.alloc(64);
  try {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    return buffer.subarray(0, bytesRead);
  } catch {
    return buffer.subarray(0, 0);
  }
}

/** A full device buffer says EAGAIN: the rest goes when there is room again, or the line is closed before. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, isOpen: () => boolean): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    if (!isOpen()) throw new Error('the line was closed');
    try {
      at += (await handle.write(bytes, at, bytes.length - at, null)).bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
