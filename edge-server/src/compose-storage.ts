// What is known of the disk on the main thread: that the writer found it full or broken, and how much room there is.

import { minuteMs } from '@foyer/contracts/time.ts';
import { roomOnDisk } from './adapters/box-files/room-on-disk.ts';
import type { Component } from './components.ts';
import type { Log } from './ports/log.ts';
import type { StorageHealth } from './views/storage-health.ts';
import type { WriterClient } from './writer/client.ts';

/** Some weeks of a busy clinic, or one picture too many. */
const nearlyFullBytes = 256 * 1024 * 1024;

export interface StorageParts {
  readonly storage: Pick<StorageHealth, 'is'>;
  readonly writer: Pick<WriterClient, 'onFatal' | 'onRoom' | 'isFull'>;
  readonly log: Log;
}

export function composeStorage(dataDir: string, { storage, writer, log }: StorageParts): Component {
  writer.onRoom((isFull) => {
    storage.is('full', isFull);
    log.warn(isFull ? 'storage-full' : 'storage-has-room');
  });
  writer.onFatal(() => storage.is('broken', true));
  const look = async (): Promise<void> => {
    const bytes = await roomOnDisk(dataDir).catch(() => undefined);
    if (bytes !== undefined) storage.is('nearly-full', bytes < nearlyFullBytes);
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    name: 'storage',
    start: async () => {
      storage.is('full', writer.isFull);
      await look();
      timer = setInterval(() => void look(), minuteMs).unref();
    },
    stop: async () => clearInterval(timer),
  };
}
