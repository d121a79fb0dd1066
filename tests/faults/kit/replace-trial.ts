/**
 * One box that dies at a moment of its own while it works and copies, the spare that takes over from the copy, and the box
 * that comes back to life beside it. What is promised of that is judged from both logs and from the copy itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import { FolderStore } from '@foyer/edge-server/adapters/copies/folder-store.ts';
import { CopyReader } from '@foyer/edge-server/adapters/copies/read-copy.ts';
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import { CopiedClinic, recoveryPair, type Spare, takeOverInto } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import {
  aDisplay,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room2,
} from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createRandom, type Random } from '../../bench/kit/random.ts';
import { BoxIsDead, MortalLine } from './mortal-box.ts';

/** What a bug does to the place of the copy, or to the order of who takes over. */
export interface ReplacePlant {
  readonly place?: (store: CopyStore) => CopyStore;
  readonly skip?: number;
}
export interface ReplaceTrial {
  readonly acknowledged: number;
  /** That the copy had acknowledged. */
  readonly lost: number;
  /** That nobody had acknowledged: gone with the box. */
  readonly gone: number;
  readonly duplicated: number;
  readonly violations: readonly string[];
  readonly takeOverMs: number;
}

/** What the box told people before it died. */
interface Given {
  readonly numbers: Set<string>;
  readonly receipts: Set<string>;
  readonly patients: Set<string>;
  readonly erased: Set<string>;
}
const mostSteps = 30;
const mostWrites = 40;

export async function tryReplacement(seed: number, plant: ReplacePlant = {}): Promise<ReplaceTrial> {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'foyer-replace-'));
  const place = new FolderStore({ folder });
  const planted = plant.place?.(place) ?? place;
  const line = new MortalLine(planted, 8 + random.below(mostWrites), random.next());
  const clinic = new EngineUnderTest().initialise();
  const copied = new CopiedClinic(clinic, line);
  const given: Given = { numbers: new Set(), receipts: new Set(), patients: new Set(), erased: new Set() };
  // With the first one the copy is there; before it there is nothing to take over from.
  await copied.copied();
  clinic.result('open-till', { floatMinor: 10_000 });
  const isWhole = await live(copied, given, random);
  const acknowledged = copied.pump.health.seq;
  const before = rowsIn(clinic);
  const beganAt = performance.now();
  let spare: Spare;
  try {
    spare = await takeOverInto(place, clinic.clock, plant.skip);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const violations = [`seed ${seed}: nobody can take over: ${fault.code}`];
    return { acknowledged, lost: acknowledged, gone: 0, duplicated: 0, violations, takeOverMs: 0 };
  }
  const takeOverMs = performance.now() - beganAt;
  const after = rowsIn(spare.clinic);
  const kept = before.filter(({ seq, hash }) => isSame(after[seq - 1]?.hash, hash));
  const violations = [
    ...judgeSpare(spare, copied, kept.length, given),
    ...(isWhole ? await judgeErased(place, given) : []),
    ...(await judgeReturn(new CopiedClinic(clinic, planted))),
  ];
  const duplicated = repeatedBy(spare.clinic, given);
  copied.destroy();
  spare.clinic.close();
  for (const used of [
    folder,
    dirname(clinic.settings.databasePath),
    dirname(dirname(spare.clinic.settings.databasePath)),
  ]) {
    rmSync(used, { recursive: true, force: true });
  }
  return {
    acknowledged,
    lost: Math.max(0, acknowledged - kept.length),
    gone: before.length - kept.length,
    duplicated,
    violations: violations.map((violation) => `seed ${seed}: ${violation}`),
    takeOverMs,
  };
}

/** Until it dies, or its day's work is done; then nothing waits for the copy, erasures neither. */
async function live(copied: CopiedClinic, given: Given, random: Random): Promise<boolean> {
  try {
    for (let step = 0; step < mostSteps; step++) {
      act(copied.clinic, given, random);
      copied.told();
      if (random.below(2) === 0) await copied.copied();
    }
    if (random.below(2) === 0) return false;
    await copied.copied();
    return true;
  } catch (fault) {
    if (!(fault instanceof BoxIsDead)) throw fault;
    return false;
  }
}

function act(clinic: EngineUnderTest, given: Given, random: Random): void {
  const serviceId = random.below(2) === 0 ? consultation : laboratory;
  const [patientId] = random.shuffle([...given.patients]);
  clinic.clock.pass(1_000);
  switch (random.below(6)) {
    case 0: {
      const patient = { name: { family: 'Curie' }, phone: '600100200' };
      given.patients.add(String(clinic.result('register-patient', { patient }, kiosk)['patientId']));
      return;
    }
    case 1:
      if (patientId === undefined) return;
      clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
      given.patients.delete(patientId);
      given.erased.add(patientId);
      return;
    case 2:
      given.receipts.add(paid(clinic));
      return;
    case 3:
      aDisplay(clinic);
      return;
    case 4:
      clinic.send('call-next', { servicePointId: room2, finishCurrent: 'completed' });
      return;
    default:
      given.numbers.add(clinic.issue({ serviceId, reason: 'said at the desk' }).number);
  }
}

function judgeSpare({ taken, clinic }: Spare, copied: CopiedClinic, kept: number, given: Given): readonly string[] {
  const found: string[] = [];
  if (!runAudit('rebuild', clinic.settings).ok) found.push('a projection is not what the log says');
  if (taken.rows !== kept) found.push('the spare has rows that the box never wrote');
  const registered = rowsIn(copied.clinic)
    .slice(0, kept)
    .filter(({ type }) => type === 'v1.PatientRegistered');
  const known = new Set(registered.map(({ subjectId }) => subjectId));
  clinic.reading((read) => {
    for (const id of given.patients) {
      if (known.has(id) && read.patient(id)?.details.phone === undefined) found.push('a patient who opens no more');
    }
    const rows = read.logAfter({ epoch: 0, seq: 0 }, 10_000);
    const erased = rows.filter(({ type }) => type === 'v1.SubjectErased').map(({ body }) => idIn(body));
    for (const id of erased) if (read.patient(id)?.erased !== true) found.push('a patient who came back');
  });
  return found;
}

/** Of a copy that says that it has all. */
async function judgeErased(place: CopyStore, { erased }: Given): Promise<readonly string[]> {
  for await (const { keys } of new CopyReader(place, recoveryPair.privateKey).beside()) {
    const opens = keys.some(({ subjectId, wrapped }) => wrapped !== null && erased.has(subjectId));
    if (opens) return ['the copy still has the key of who was erased'];
  }
  return [];
}

/** The dead box is switched on again, and somebody takes a number there. */
async function judgeReturn(returned: CopiedClinic): Promise<readonly string[]> {
  returned.clinic.issue();
  try {
    await returned.copied();
    return ['the box that was replaced goes on'];
  } catch (fault) {
    return fault instanceof AppError && fault.code === 'edge-replaced' ? [] : ['the box that was replaced is not told'];
  } finally {
    returned.destroy();
  }
}

function repeatedBy(clinic: EngineUnderTest, { numbers, receipts }: Given): number {
  const today = Array.from({ length: 30 }, (_, at) =>
    clinic.issue({ serviceId: at % 2 === 0 ? consultation : laboratory }),
  );
  const own = today.filter(({ number }) => numbers.has(number)).length;
  // Whether the copy has it open or not.
  clinic.send('open-till', { floatMinor: 10_000 });
  return own + Number(receipts.has(paid(clinic)));
}

function paid(clinic: EngineUnderTest): string {
  const { id: ticketId } = clinic.issue();
  const { chargeId } = clinic.result('record-charge', { ticketId, serviceId: consultation });
  const payment = clinic.result('take-payment', { chargeIds: [String(chargeId)], means: 'cash', amountMinor: 5_000 });
  return String(payment['receiptNumber']);
}

function rowsIn(clinic: EngineUnderTest) {
  return clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 10_000));
}

function idIn(body: string): string {
  return (JSON.parse(body) as { readonly subjectId: string }).subjectId;
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.from(a).equals(b);
}
