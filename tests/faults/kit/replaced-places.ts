/** The places that a box copies to before it dies, each as the judge asks of it: a folder of another disk, and the centre. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStore } from '@foyer/edge-server/adapters/copies/folder-store.ts';
import { CopyReader } from '@foyer/edge-server/adapters/copies/read-copy.ts';
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import { type CentreOfCopies, ClinicAtCentre } from '@foyer/edge-server/testing/a-clinic-at-centre.ts';
import { CopiedClinic, recoveryPair, type Spare, takeOverInto } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { KeepingCentre } from '@foyer/edge-server/testing/a-keeping-centre.ts';
import type { EngineUnderTest } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { MortalCentre, MortalLine } from './mortal-box.ts';

/** What a bug does to the place of the copy, or to the order of who takes over. */
export interface ReplacePlant {
  readonly place?: (store: CopyStore) => CopyStore;
  readonly centre?: (centre: CentreOfCopies) => CentreOfCopies;
  readonly skip?: number;
}
/** When the box dies: at this write, of which so much arrives. */
export interface Death {
  readonly writes: number;
  readonly part: number;
}

interface Copying {
  /** The last row that the place has. */
  acknowledged(): number;
  told(): void;
  copied(): Promise<unknown>;
  destroy(): void;
}
export interface ReplacedPlace extends Copying {
  takeOver(): Promise<Spare>;
  /** What it keeps of these and should not, where it says that it has all. */
  leftOf(erased: ReadonlySet<string>, erasedAt: number): Promise<readonly string[]>;
  /** The dead box, switched on again beside the spare. */
  returned(): Copying;
  remove(): void;
}

export function onAnotherDisk(clinic: EngineUnderTest, { place, skip }: ReplacePlant, death: Death): ReplacedPlace {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-replace-'));
  const store = new FolderStore({ folder });
  const planted = place?.(store) ?? store;
  const copied = new CopiedClinic(clinic, new MortalLine(planted, death.writes, death.part));
  return {
    ...copying(copied),
    takeOver: () => takeOverInto(store, clinic.clock, skip),
    async leftOf(erased) {
      for await (const { keys } of new CopyReader(store, recoveryPair.privateKey).beside()) {
        const opens = keys.some(({ subjectId, wrapped }) => wrapped !== null && erased.has(subjectId));
        if (opens) return ['the copy still has the key of who was erased'];
      }
      return [];
    },
    returned: () => copying(new CopiedClinic(clinic, planted)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function atTheCentre(clinic: EngineUnderTest, { centre, skip }: ReplacePlant, death: Death): ReplacedPlace {
  const keeping = new KeepingCentre();
  const planted = centre?.(keeping) ?? keeping;
  const copied = new ClinicAtCentre(clinic, new MortalCentre(planted, death.writes));
  return {
    ...copying(copied),
    takeOver: () => new ClinicAtCentre(clinic, keeping).spare(clinic.clock, skip),
    async leftOf(erased, erasedAt) {
      const hasKey = [...erased].some((subjectId) => keeping.keys.has(subjectId));
      const isOlder = keeping.snapshots.some(({ seq }) => seq < erasedAt);
      return [
        ...(hasKey ? ['the centre still has the key of who was erased'] : []),
        ...(isOlder ? ['the centre still has a snapshot of before an erasure'] : []),
      ];
    },
    returned: () => copying(new ClinicAtCentre(clinic, planted)),
    remove: () => undefined,
  };
}

function copying(copied: CopiedClinic | ClinicAtCentre): Copying {
  return {
    acknowledged: () => copied.pump.health?.seq ?? 0,
    told: () => copied.told(),
    copied: () => copied.copied(),
    destroy: () => copied.destroy(),
  };
}
