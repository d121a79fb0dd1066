// The machine that keeps a clinic's copy: a folder, and the line that the box sends it over.

import { mkdirSync } from 'node:fs';
import { CopyKeeper } from './adapters/copies/copy-keeper.ts';
import { FolderStore } from './adapters/copies/folder-store.ts';

export interface KeeperOrder {
  readonly folder: string;
  readonly secret: string;
  readonly port: number;
  readonly host: string;
}

export async function startCopyKeeper({ folder, ...line }: KeeperOrder): Promise<CopyKeeper> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keeper = new CopyKeeper({ store: new FolderStore({ folder }), ...line });
  await keeper.start();
  return keeper;
}
