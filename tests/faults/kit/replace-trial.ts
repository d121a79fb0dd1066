/**
 * One box that dies at a moment of its own while it works and copies, the spare that takes over from the copy, and the box
 * that comes back to life beside it. What is promised of that is judged from both logs and from the copy itself.
 */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import type { Spare } from '@foyer/edge-server/testing/a-copied-clinic.ts';
import {
  aDisplay,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room2,
} from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createRandom, type Random } from '../../bench/kit/random.ts';
import { BoxIsDead } from './mortal-box.ts';
import { atTheCentre, onAnotherDisk, type ReplacedPlace, type ReplacePlant } from './replaced-places.ts';

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
/** A whole life has 40 to 75: one in three is lived to its end. */
const mostWrites = 80;

/** In which place each box copies, one after the other. */
const places = [onAnotherDisk, atTheCentre];

/** `turn`: whose turn it is among the places, unless a bug is planted into one of them. */
export async function tryReplacement(seed: number, turn: number, plant: ReplacePlant = {}): Promise<ReplaceTrial> {
  const random = createRandom(seed);
  const clinic = new EngineUnderTest().initialise();
  const place = placeOf(plant, turn)(clinic, plant, { writes: 8 + random.below(mostWrites), part: random.next() });
  const given: Given = { numbers: new Set(), receipts: new Set(), patients: new Set(), erased: new Set() };
  // With the first one the copy is there; before it there is nothing to take over from.
  await place.copied();
  clinic.result('open-till', { floatMinor: 10_000 });
  const isWhole = await live(clinic, place, given, random);
  const acknowledged = place.acknowledged();
  const before = rowsIn(clinic);
  const beganAt = performance.now();
  let spare: Spare;
  try {
    spare = await place.takeOver();
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    const violations = [`seed ${seed}: nobody can take over: ${fault.code}`];
    return { acknowledged, lost: acknowledged, gone: 0, duplicated: 0, violations, takeOverMs: 0 };
  }
  const takeOverMs = performance.now() - beganAt;
  const after = rowsIn(spare.clinic);
  const kept = before.filter(({ seq, hash }) => isSame(after[seq - 1]?.hash, hash));
  const erasedAt = before.findLast(({ type }) => type === 'v1.SubjectErased')?.seq ?? 0;
  const violations = [
    ...judgeSpare(spare, clinic, kept.length, given),
    ...(isWhole ? await place.leftOf(given.erased, erasedAt) : []),
    ...(await judgeReturn(clinic, place)),
  ];
  const duplicated = repeatedBy(spare.clinic, given);
  place.destroy();
  spare.clinic.close();
  place.remove();
  for (const used of [dirname(clinic.settings.databasePath), dirname(dirname(spare.clinic.settings.databasePath))]) {
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

function placeOf({ place, centre }: ReplacePlant, turn: number): (typeof places)[number] {
  if (centre !== undefined) return atTheCentre;
  return place === undefined ? places[turn % places.length]! : onAnotherDisk;
}

/** Until it dies, or its day's work is done; then nothing waits for the copy, erasures neither. */
async function live(clinic: EngineUnderTest, place: ReplacedPlace, given: Given, random: Random): Promise<boolean> {
  try {
    for (let step = 0; step < mostSteps; step++) {
      act(clinic, given, random);
      place.told();
      if (random.below(2) === 0) await place.copied();
    }
    if (random.below(2) === 0) return false;
    await place.copied();
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

function judgeSpare({ taken, clinic }: Spare, lost: EngineUnderTest, kept: number, given: Given): readonly string[] {
  const found: string[] = [];
  if (!runAudit('rebuild', clinic.settings).ok) found.push('a projection is not what the log says');
  if (taken.rows !== kept) found.push('the spare has rows that the box never wrote');
  const registered = rowsIn(lost)
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

/** The dead box is switched on again, and somebody takes a number there. */
async function judgeReturn(clinic: EngineUnderTest, place: ReplacedPlace): Promise<readonly string[]> {
  clinic.issue();
  const returned = place.returned();
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
