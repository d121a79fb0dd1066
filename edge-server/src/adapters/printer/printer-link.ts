// The cable: `tcp://host:port`, or the path of a device such as /dev/usb/lp0. Bytes out, bytes in, nothing else.

import { constants, type FileHandle, open } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';

/** One open line to a printer. */
export interface PrinterLine {
  /** Rejects when the printer does not take the bytes. */
  write(bytes: Uint8Array): Promise<void>;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** After what was written has gone. */
  close(): void;
  /** At once: a write that is under way ends with an error, or never. */
  destroy(): void;
}

/** Opens lines to one printer; rejects when nothing is there within the time. */
export type PrinterLink = (timeoutMs: number) => Promise<PrinterLine>;

const DEFAULT_PORT = 9100;
const DEVICE_POLL_MS = 20;

/** The link behind the value of `FOYER_PRINTER`. Throws a TypeError when it is neither an address nor an absolute path. */
export function printerLink(address: string): PrinterLink {
  if (address.startsWith('/')) return () => openDevice(address);
  const url = URL.parse(address);
  if (url?.protocol !== 'tcp:' || url.hostname === '') {
    throw new TypeError(`a printer is tcp://host:port or a device path, not ${address}`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? DEFAULT_PORT : Number(url.port);
  return (timeoutMs) => openSocket(host, port, timeoutMs);
}

function openSocket(host: string, port: number, timeoutMs: number): Promise<PrinterLine> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const timer = setTimeout(() => socket.destroy(new Error('no answer to the connection')), timeoutMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socketLine(socket));
    });
    socket.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

function socketLine(socket: Socket): PrinterLine {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    onBytes: (listener) => void socket.on('data', listener),
    close: () => socket.destroySoon(),
    destroy: () => socket.destroy(),
  };
}

/** A character device is read without waiting, so that a silent printer blocks nothing. */
async function openDevice(path: string): Promise<PrinterLine> {
  const handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK);
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let reading = false;
  const timer = setInterval(() => {
    if (reading || listeners.size === 0) return;
    reading = true;
    void readSome(handle).then((bytes) => {
      reading = false;
      if (bytes.length > 0) for (const listener of listeners) listener(bytes);
    });
  }, DEVICE_POLL_MS);
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
      await new Promise((resolve) => setTimeout(resolve, DEVICE_POLL_MS));
    }
  }
}
