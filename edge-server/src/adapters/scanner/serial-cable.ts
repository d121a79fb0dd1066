// A serial line by the path of its device: RS-232, USB as a virtual line, or a pseudo-terminal. `stty` of coreutils sets
// its speed and takes all meaning from its bytes, and Node reads it as the terminal that it is: no library is needed.

import { execFile } from 'node:child_process';
import { constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { promisify } from 'node:util';
import type { LineListener, ScannerCable, ScannerLine } from './cable.ts';

const run = promisify(execFile);

/** Raw: eight bits, no parity, no echo, nothing translated, no signal out of any byte. */
const RAW = ['raw', '-echo', 'cs8', '-parenb', '-cstopb', 'clocal', '-hupcl', '-crtscts'];

export function serialCable(path: string, baud: number): ScannerCable {
  return { hasNoDriver: false, open: (listener) => openLine(path, baud, listener) };
}

async function openLine(path: string, baud: number, listener: LineListener): Promise<ScannerLine | undefined> {
  try {
    await run('stty', ['-F', path, String(baud), ...RAW]);
    // Without waiting for a carrier.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
    return read(fd, listener);
  } catch {
    // Nothing is plugged in there, or it is no line: the next look tells.
    return undefined;
  }
}

function read(fd: number, listener: LineListener): ScannerLine {
  const stream = new ReadStream(fd);
  let isOpen = true;
  const gone = (): void => {
    if (!isOpen) return;
    isOpen = false;
    stream.destroy();
    listener.gone();
  };
  stream.on('data', (bytes: Buffer) => isOpen && listener.bytes(bytes));
  stream.on('error', gone);
  stream.on('end', gone);
  stream.on('close', gone);
  return {
    close: () => {
      isOpen = false;
      stream.destroy();
    },
  };
}
