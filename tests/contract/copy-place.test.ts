import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printRecoveryKey } from '@foyer/appliance/backup/recovery-key.ts';
import { CopyKeeper } from '@foyer/edge-server/adapters/copies/copy-keeper.ts';
import { centreLine } from '@foyer/edge-server/adapters/copies/centre-line.ts';
import { openAtCentre, snapshotsAtCentre } from '@foyer/edge-server/adapters/copies/centre-snapshots.ts';
import { FolderStore } from '@foyer/edge-server/adapters/copies/folder-store.ts';
import { MachineStore } from '@foyer/edge-server/adapters/copies/machine-store.ts';
import { takeOverAsTyped } from '@foyer/edge-server/compose-typed-take-over.ts';
import { clinicAtCentre, copyInPlace } from '@foyer/edge-server/compose-taken-copies.ts';
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import { type CentreOfCopies, ClinicAtCentre } from '@foyer/edge-server/testing/a-clinic-at-centre.ts';
import { CopiedClinic, recoveryPair, spareFrom } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { KeepingCentre } from '@foyer/edge-server/testing/a-keeping-centre.ts';
import {
  aConfiguration as aClinicOfEdge,
  anId,
  consultation,
  EngineUnderTest,
} from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { giveRestoreCode } from '@foyer/pms-service/modules/backups/use-cases-restore.ts';
import { createUser } from '@foyer/pms-service/modules/identity/use-cases.ts';
import { selectChunk, selectWholePieces } from '@foyer/pms-service/modules/snapshots/queries.ts';
import { giveBackRows } from '@foyer/pms-service/modules/sync-inbox/use-cases-give-back.ts';
import { takeBatch } from '@foyer/pms-service/modules/sync-inbox/use-cases.ts';
import { addEdge, createClinic, createNetwork } from '@foyer/pms-service/modules/tenancy/use-cases.ts';
import { escrowClinicKey } from '@foyer/pms-service/modules/tenancy/use-cases-keys.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import { aConfiguration } from '@foyer/pms-service/testing/test-centre.ts';
import { type CopyHarness, copyPlaceContract } from './copy-place.contract.ts';

const secret = 'a secret of two machines';
// No key of ours: whoever types another one opens nothing.
const wrongKey = recoveryPair.publicKey;

copyPlaceContract('disk', async () => inPlace(new CopiedClinic()));

let keeper: CopyKeeper | undefined;
copyPlaceContract('machine', async () => {
  await keeper?.stop();
  const store = new FolderStore({ folder: await mkdtemp(join(tmpdir(), 'foyer-keeper-')) });
  keeper = new CopyKeeper({ store, secret, port: 0, host: '127.0.0.1' });
  await keeper.start();
  const line = new MachineStore({ url: `https://127.0.0.1:${keeper.port}`, secret });
  return inPlace(new CopiedClinic(undefined, line));
});
afterAll(() => keeper?.stop());

copyPlaceContract('centre', async () => {
  const centre = new KeepingCentre();
  return atCentre(new ClinicAtCentre(undefined, centre), {
    sealed: async () => Array.from(centre.pieces.values(), ({ content }) => content),
    hasKeyOf: async (subjectId) => centre.keys.has(subjectId),
  });
});

let postgres: TestPostgres;
let dataDir: string;
let pms: Pms;
let networkId: string;
let userId: string;
beforeAll(async () => {
  postgres = await startTestPostgres();
  dataDir = await mkdtemp(join(tmpdir(), 'foyer-places-'));
  const database = { databaseUrl: postgres.urls.databaseUrl };
  const rest = { centreKeyFile: join(dataDir, 'centre.key'), logLevel: 'silent', requestsPerMinute: 100_000 } as const;
  pms = createPms({ dataDir, bind: '127.0.0.1', port: 0, database, ...rest });
  await pms.start();
  const { context } = pms;
  [networkId, userId] = [context.newId(), context.newId()];
  await createNetwork(context, { networkId, name: 'Quay' });
  const login = { email: 'admin@quay.example', role: 'network-admin', password: 'sesame' } as const;
  await createUser(context, { userId, networkId, clinicId: null, ...login });
});
afterAll(async () => {
  await pms.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface AtRealCentre {
  readonly copied: ClinicAtCentre;
  readonly clinicId: string;
  /** A restore code. */
  code(): Promise<string>;
}

async function atRealCentre(): Promise<AtRealCentre> {
  const { context, url } = pms;
  const clinicId = anId();
  await createClinic(context, networkId, { ...aConfiguration(clinicId), code: clinicId.slice(-6).toUpperCase() });
  const clinic = aClinic(clinicId);
  await escrowClinicKey(context, clinicId, await readFile(clinic.settings.clinicKeyPath));
  const token = (await addEdge(context, clinicId))?.token ?? '';
  const member = { userId, networkId, clinicId: null };
  const code = async (): Promise<string> => (await giveRestoreCode(context, member, clinicId))?.code ?? '';
  const centre: CentreOfCopies = {
    place: snapshotsAtCentre(centreLine({ url, token: () => token })),
    relay: async (batch) => {
      const taken = await takeBatch(context, batch);
      if (!taken.ok) throw new Error(taken.refusal.code);
    },
    open: async () => openAtCentre(centreLine({ url }), await code()),
  };
  return { copied: new ClinicAtCentre(clinic, centre), clinicId, code };
}

// The same over the real one, with its database, its routes and its restore code.
copyPlaceContract('centre', async () => {
  const { copied, clinicId } = await atRealCentre();
  return atCentre(copied, {
    sealed: () => sealedAtCentre(clinicId),
    hasKeyOf: async (subjectId) => {
      const { keys } = await giveBackRows(pms.context, clinicId, { epoch: 1, seq: 1 });
      return keys.some((key) => key.subjectId === subjectId);
    },
  });
});

describe('take-over as an operator types it', () => {
  it('has a restore code and the recovery key on two lines, and uses no code where the key is not one', async () => {
    const { copied, code } = await atRealCentre();
    await copied.copied();
    const { seq } = copied.health;
    copied.destroy();
    const into = join(await mkdtemp(join(tmpdir(), 'foyer-typed-')), 'data');
    const order = { from: 'centre', into, secret: undefined, centre: pms.url, skip: undefined };
    const typedCode = await code();
    expect(await takeOverAsTyped({ ...order, typed: `${typedCode}\nno key of ours\n` })).toBeUndefined();
    const key = printRecoveryKey(recoveryPair.privateKey);
    const nowhere = takeOverAsTyped({ ...order, centre: undefined, typed: `${typedCode}\n${key}\n` });
    await expect(nowhere).rejects.toMatchObject({ code: 'configuration-invalid' });
    const taken = await takeOverAsTyped({ ...order, typed: `${typedCode}\n${key}\n` });
    expect(taken?.rows).toBe(seq);
  });
});

async function sealedAtCentre(clinicId: string): Promise<readonly Uint8Array[]> {
  return pms.context.withTenant({ clinicId }, async (tx) => {
    const chunks: Uint8Array[] = [];
    for (const { name } of await selectWholePieces(tx, clinicId)) {
      for (let number = 0, chunk; (chunk = await selectChunk(tx, clinicId, name, number)); number += 1) {
        chunks.push(chunk);
      }
    }
    return chunks;
  });
}

function inPlace(copied: CopiedClinic): CopyHarness {
  const { clinic, store } = copied;
  return {
    clinic,
    get health() {
      return copied.pump.health;
    },
    copied: () => copied.copied(),
    told: () => copied.told(),
    destroy: () => copied.destroy(),
    spare: () => copied.spare(),
    spareWithWrongKey: () => spareFrom(copyInPlace(store, wrongKey), clinic.clock),
    sealed: () => sealedIn(store),
    async hasKeyOf(subjectId) {
      let isThere = false;
      for await (const { keys } of copied.reader().beside()) {
        isThere ||= keys.some((key) => key.subjectId === subjectId && key.wrapped !== null);
      }
      return isThere;
    },
  };
}

function atCentre(copied: ClinicAtCentre, kept: Pick<CopyHarness, 'sealed' | 'hasKeyOf'>): CopyHarness {
  const { clinic, centre } = copied;
  return {
    clinic,
    get health() {
      return copied.health;
    },
    copied: () => copied.copied(),
    told: () => copied.told(),
    destroy: () => copied.destroy(),
    spare: () => copied.spare(),
    spareWithWrongKey: async () => spareFrom(clinicAtCentre(await centre.open(), wrongKey), clinic.clock),
    ...kept,
  };
}

async function sealedIn(store: CopyStore): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const { name } of await store.list()) {
    const parts: Uint8Array[] = [];
    for await (const bytes of store.read(name)) parts.push(bytes);
    all.push(Buffer.concat(parts));
  }
  return all;
}

/** The clinic of the tests under an id of its own: the centre has many. */
function aClinic(clinicId: string): EngineUnderTest {
  const clinic = new EngineUnderTest();
  const prices = [{ serviceId: consultation, amountMinor: 5_000, currency: 'EUR', version: 1 }];
  const configuration = aClinicOfEdge({ clinicId });
  clinic.perform({
    kind: 'initialise',
    initialisation: { configuration, openServicePoints: true, staff: [], prices },
  });
  return clinic;
}
