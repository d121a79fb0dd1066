// The copies of the log, and the centre as a place for one, each with a pump of its own, and what ends an edge that another box has taken over from.

import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CopyHealth } from '@foyer/contracts/box-health.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { centreLine } from './adapters/copies/centre-line.ts';
import { snapshotsAtCentre } from './adapters/copies/centre-snapshots.ts';
import { copiedFiles, contentOf } from './adapters/copies/copied-files.ts';
import { FolderStore, isOnAnotherDisk } from './adapters/copies/folder-store.ts';
import { MachineStore } from './adapters/copies/machine-store.ts';
import { SealedCopy } from './adapters/copies/sealed-copy.ts';
import { SealedSnapshots } from './adapters/copies/sealed-snapshots.ts';
import { type BesideLog, openBesideLog } from './adapters/sqlite/beside-log.ts';
import type { Component } from './components.ts';
import { dataFiles } from './config/data-files.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { CopyTarget } from './config/read-copies.ts';
import { noteReplaced } from './config/replaced-box.ts';
import { CopyPump } from './copies/copy-pump.ts';
import { SnapshotPump } from './copies/snapshot-pump.ts';
import type { CopyStore } from './ports/copy-store.ts';
import type { Log } from './ports/log.ts';
import type { CopySource, LogCopy } from './ports/log-copy.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { Writer } from './ports/writer.ts';

/** Whoever is at the door waits so long at most for places that are away. */
const lookAtStartMs = 3 * secondMs;

export interface CopiesParts {
  readonly readModel: ReadModel;
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly log: Log;
  readonly now: () => number;
  /** Called once at most. */
  readonly onReplaced: (epoch: number) => void;
}

export interface Copies extends Component {
  health(): readonly CopyHealth[];
}

/** Its start throws `edge-replaced` where a place says that another box goes on. */
export function composeCopies(
  { copies, dataDir }: Pick<EdgeConfig, 'copies' | 'dataDir'>,
  parts: CopiesParts,
  databasePath = dataFiles(dataDir).database,
): Copies {
  const { readModel, writer } = parts;
  const { publicKey = new Uint8Array(), targets = [] } = copies ?? {};
  const kept = targets.map((target) => {
    const source = sourceOf(openBesideLog(databasePath), dataDir);
    const { copy, pump } = copyInto(target, { ...parts, publicKey, source, dataDir });
    return { copy, pump, source };
  });
  writer.onCommitted((committed) => {
    for (const { pump } of kept) pump.committed(committed);
  });
  return {
    name: 'copies',
    start: async () => {
      await Promise.all(kept.map(({ copy }) => lookForSuccessor(copy, readModel.position().epoch)));
      for (const { pump } of kept) await pump.start();
    },
    stop: async () => {
      await Promise.all(kept.map(({ pump }) => pump.stop()));
      for (const { source } of kept) source.close();
    },
    health: () => kept.flatMap(({ pump }) => pump.health ?? []),
  };
}

/** Ends an edge whose clinic another box has, and keeps it from starting again. */
export function endReplaced(
  dataDir: string,
  parts: { readonly log: Log; readonly now: () => number; readonly onFatal: (error: Error) => void },
): (epoch: number) => void {
  let isSaid = false;
  return (epoch) => {
    if (isSaid) return;
    isSaid = true;
    noteReplaced(dataFiles(dataDir).replaced, epoch, parts.now());
    parts.log.error('edge-replaced', { epoch });
    parts.onFatal(new AppError('edge-replaced', { epoch }));
  };
}

async function lookForSuccessor(copy: Pick<LogCopy, 'look'>, epoch: number): Promise<void> {
  const asked = copy.look(epoch).catch((fault: unknown) => {
    if (fault instanceof AppError && fault.code === 'edge-replaced') throw fault;
    // A place that is away says nothing: its pump goes on asking.
  });
  await Promise.race([asked, pause(lookAtStartMs, undefined, { ref: false })]);
}

interface Copying extends CopiesParts {
  readonly publicKey: Uint8Array;
  readonly source: CopySource;
  readonly dataDir: string;
}

function copyInto(target: CopyTarget, { publicKey, source, dataDir, readModel, log, now, onReplaced }: Copying) {
  const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const common = { source, log: readModel, report: log, now, onReplaced, sleep };
  if (target.kind === 'centre') {
    const token = (): string => readFileSync(target.tokenFile, 'utf8').trim();
    const place = snapshotsAtCentre(centreLine({ url: target.url, token }));
    const copy = new SealedSnapshots({ place, publicKey, now });
    return { copy, pump: new SnapshotPump({ ...common, copy }) };
  }
  const copy = new SealedCopy({ store: storeOf(target, dataDir), publicKey, now });
  return { copy, pump: new CopyPump({ ...common, copy }) };
}

/** What lies beside the log, with the files of the data folder. */
function sourceOf(beside: BesideLog, dataDir: string): CopySource & Pick<BesideLog, 'close'> {
  return { ...beside, files: () => copiedFiles(dataDir), content: (file) => contentOf(dataDir, file) };
}

function storeOf(target: Exclude<CopyTarget, { readonly kind: 'centre' }>, dataDir: string): CopyStore {
  if (target.kind === 'machine') return new MachineStore(target);
  return new FolderStore({ folder: target.folder, isThere: (folder) => isOnAnotherDisk(folder, dataDir) });
}
