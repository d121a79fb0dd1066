// A month at an edge that lets go of its log, and the night in which it does, before a real centre on PostgreSQL, over HTTP.
// Both live by one clock, which is moved; the edge is its writer over a real database, and what it does in that night.

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HttpTransport } from '@foyer/cloud-sync/transport/http-transport.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { centreLine } from '@foyer/edge-server/adapters/copies/centre-line.ts';
import { openAtCentre, snapshotsAtCentre } from '@foyer/edge-server/adapters/copies/centre-snapshots.ts';
import { openForReading } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { projectionDigests } from '@foyer/edge-server/adapters/sqlite/projection-digests.ts';
import { openReadModel } from '@foyer/edge-server/adapters/sqlite/read-model.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import { PruneLog } from '@foyer/edge-server/reactions/prune-log.ts';
import { type CentreOfCopies, ClinicAtCentre } from '@foyer/edge-server/testing/a-clinic-at-centre.ts';
import { CopiedClinic } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import { beginEpoch } from '@foyer/edge-server/writer/compose-new-epoch.ts';
import type { Task } from '@foyer/edge-server/writer/jobs.ts';
import { makeBase } from '@foyer/edge-server/writer/make-base.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  HandClock,
  room1,
} from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { giveRestoreCode } from '@foyer/pms-service/modules/backups/use-cases-restore.ts';
import { createUser } from '@foyer/pms-service/modules/identity/use-cases.ts';
import { readClinicDay } from '@foyer/pms-service/modules/reporting/use-cases.ts';
import { setPrices } from '@foyer/pms-service/modules/scheduling/use-cases.ts';
import { addEdge, createClinic, createNetwork } from '@foyer/pms-service/modules/tenancy/use-cases.ts';
import { escrowClinicKey } from '@foyer/pms-service/modules/tenancy/use-cases-keys.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';

const daysKept = 30;
/** The clinic opens so often: what the first two days wrote is old enough behind the last. */
const daysApart = 3;
const openDays = 12;
const dayOfImage = 9;
const { signal } = new AbortController();
const folder = mkdtempSync(join(tmpdir(), 'foyer-pruning-'));
const clock = new HandClock();
const clinic = new EngineUnderTest(undefined, clock).initialise();
const member = { userId: anId(), networkId: anId(), clinicId: null };
let postgres: TestPostgres;
let pms: Pms;
let transport: HttpTransport;
let centre: CentreOfCopies;

beforeAll(async () => {
  postgres = await startTestPostgres();
  const { databaseUrl } = postgres.urls;
  pms = createPms(
    {
      ...{ dataDir: folder, bind: '127.0.0.1', port: 0, database: { databaseUrl }, logLevel: 'silent' },
      ...{ centreKeyFile: join(folder, 'centre.key'), requestsPerMinute: 100_000 },
    },
    { now: () => clock.wall(), passwordCost: { memoryCostKiB: 8, timeCost: 1 } },
  );
  await pms.start();
  const { context, url } = pms;
  await createNetwork(context, { networkId: member.networkId, name: 'Quay' });
  await createUser(context, { ...member, email: 'admin@quay.example', role: 'network-admin', password: 'sesame' });
  await createClinic(context, member.networkId, aConfiguration());
  const prices = [{ serviceId: consultation, amountMinor: 5_000, currency: 'EUR' as const }];
  await context.withTenant({ clinicId }, (tx) => setPrices(tx, clinicId, prices));
  await escrowClinicKey(context, clinicId, readFileSync(clinic.settings.clinicKeyPath));
  const token = (await addEdge(context, clinicId))?.token ?? '';
  transport = new HttpTransport({ url, token: () => token });
  await transport.position(signal);
  centre = {
    place: snapshotsAtCentre(centreLine({ url, token: () => token })),
    relay: async (batch) => expect(await transport.push(batch, signal)).toMatchObject({ ok: true }),
    open: async () => openAtCentre(centreLine({ url }), (await giveRestoreCode(context, member, clinicId))?.code ?? ''),
  };
});
afterAll(async () => {
  await pms.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** Somebody comes, is seen, and pays. */
function visit(edge: EngineUnderTest): void {
  edge.send('open-service-point', { servicePointId: room1 });
  edge.result('open-till', { floatMinor: 0 });
  const { id: ticketId } = edge.issue();
  edge.result('call-next', { servicePointId: room1 });
  edge.result('confirm-arrival', { servicePointId: room1, ticketId });
  const { chargeId } = edge.result('record-charge', { ticketId, serviceId: consultation });
  edge.result('take-payment', { chargeIds: [String(chargeId)], means: 'cash', amountMinor: 5_000 });
  edge.result('finish-service', { servicePointId: room1, ticketId });
  edge.result('close-till', { countedMinor: 5_000, reason: 'the end of the day' });
}

async function relayed(at: ClinicAtCentre): Promise<void> {
  await at.relayed();
  at.clinic.perform({ kind: 'acknowledged', position: at.clinic.reading((read) => read.position()) });
}

/** Among it the key that the centre signs with. */
async function fed(edge: EngineUnderTest): Promise<void> {
  for (;;) {
    const [number, place] = edge.reading((read) => [read.feedNumber(), read.feedPlace()] as const);
    const page = await transport.pull(number, 0, signal, place);
    edge.perform({ kind: 'feed', page });
    if (page.items.length === 0 && page.snapshot?.isLast !== false) return;
  }
}

/** What the edge does with its log at one o'clock. */
async function night(edge: EngineUnderTest): Promise<void> {
  const { settings } = edge;
  const readModel = openReadModel(settings.databasePath);
  const does = async (task: Task): Promise<void> => expect(edge.perform(task)).toMatchObject([{ ok: true }]);
  const pruning = new PruneLog({
    centre: transport,
    makeBase: async (place, signedBy) => makeBase({ ...settings, place, signedBy }),
    writer: {
      onCommitted: () => undefined,
      keepBasePart: (part) => does({ kind: 'keep-base-part', part }),
      keepCheckpoint: (offered) => does({ kind: 'keep-checkpoint', offered }),
      prune: (order) => does({ kind: 'prune', order }),
    },
    readModel,
    log: { ...silentLog, warn: (event, facts) => expect([event, facts]).toEqual([]) },
    days: daysKept,
    now: () => clock.wall(),
    sleep: async () => undefined,
    msUntilNight: () => 0,
  });
  await pruning.once();
  readModel.close();
}

const rowsIn = (edge: EngineUnderTest) => edge.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 10_000));
const begin = (edge: EngineUnderTest) => edge.reading((read) => read.logBegin());

/** All that the edge knows, and what the dashboard says of these days. */
async function said(edge: EngineUnderTest, days: readonly string[]) {
  const db = openForReading(edge.settings.databasePath);
  const projections = projectionDigests(db);
  db.close();
  const { billing, queue } = edge.reading((read) => ({ billing: read.billing(), queue: read.queue() }));
  const figures = [];
  for (const date of days) {
    const { arrived, served, takings } = (await readClinicDay(pms.context, member, clinicId, date)) ?? {};
    figures.push({ date, arrived, served, takings });
  }
  return { projections, billing, queue, figures };
}

function expectWhole({ settings }: EngineUnderTest, checkpoint: number): void {
  expect(runAudit('verify', settings)).toMatchObject({ ok: true, json: { behind: { seq: checkpoint } } });
}

it('lets go of a month’s first days, and nobody who asks, takes over or comes back from before is the poorer', async () => {
  const atCentre = new ClinicAtCentre(clinic, centre);
  const copied = new CopiedClinic(clinic);
  await fed(clinic);
  const image = join(folder, 'image');
  for (let day = 0; day < openDays; day += 1) {
    visit(clinic);
    await relayed(atCentre);
    await copied.copied();
    if (day === dayOfImage) {
      clinic.close();
      cpSync(dirname(clinic.settings.databasePath), image, { recursive: true });
    }
    clock.pass(daysApart * dayMs);
  }
  visit(clinic);
  await relayed(atCentre);
  const all = rowsIn(clinic);
  const days = [...new Set(all.map(({ businessDay }) => businessDay))];
  expect(days).toHaveLength(openDays + 1);
  const shown = [days[0]!, days[1]!, days.at(-1)!];
  const before = await said(clinic, shown);
  expect(before.figures[0]).toMatchObject({ arrived: 1, served: 1, takings: { totalMinor: 5_000 } });

  await night(clinic);
  const { first, checkpoint } = begin(clinic);
  expect(all[first - 1]).toMatchObject({ seq: first });
  expect(days.indexOf(all[first - 1]!.businessDay)).toBeGreaterThanOrEqual(2);
  expect(all[checkpoint - 1]!.at).toBeLessThanOrEqual(clock.wall() - daysKept * dayMs);
  expectWhole(clinic, checkpoint);
  expect(await said(clinic, shown)).toEqual(before);

  // A spare has from the copy every row of before that night.
  await copied.copied();
  const spare = await copied.spare();
  expect(rowsIn(spare.clinic).slice(0, all.length)).toEqual(all);
  spare.clinic.close();

  // The box breaks, and is restored from an image of before that night: its log goes on in an epoch of its own.
  copied.destroy();
  atCentre.destroy();
  const restoredFiles = { databasePath: join(image, 'clinic.db'), clinicKeyPath: join(image, 'clinic.key') };
  await beginEpoch({ ...restoredFiles, lockPath: join(image, 'lock') }, clock);
  const restored = new EngineUnderTest({ ...restoredFiles, batching: true }, clock);
  const ofImage = rowsIn(restored).filter(({ epoch }) => epoch === 1);
  expect(begin(restored)).toEqual({ first: 1, checkpoint: 0 });
  expect(ofImage).toEqual(all.slice(0, ofImage.length));
  expect(ofImage.length).toBeLessThan((await transport.position(signal)).seq);
  const again = new ClinicAtCentre(restored, centre, { epoch: 1, seq: ofImage.length });
  await relayed(again);
  await fed(restored);
  for (let day = 0; day < 3; day += 1) {
    visit(restored);
    await relayed(again);
    clock.pass(daysApart * dayMs);
  }
  const afterImage = rowsIn(restored);
  await night(restored);
  expect(begin(restored).first).toBeGreaterThan(first);
  expectWhole(restored, begin(restored).checkpoint);

  // A spare has from the centre what both boxes let go.
  await again.copied();
  again.destroy();
  const last = await again.spare();
  expect(rowsIn(last.clinic).slice(0, afterImage.length)).toEqual(afterImage);
  expect(runAudit('verify', last.clinic.settings).ok).toBe(true);
  last.clinic.close();
}, 120_000);
