import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { CopyReader } from './adapters/copies/read-copy.ts';
import type { CopyStore } from './ports/copy-store.ts';
import { runAudit } from './audit.ts';
import { ClinicAtCentre } from './testing/a-clinic-at-centre.ts';
import { KeepingCentre } from './testing/a-keeping-centre.ts';
import { anOldClinic, aPrunedClinic } from './writer/testing/a-pruned-clinic.ts';
import { CopiedClinic, recoveryPair, takeOverInto } from './testing/a-copied-clinic.ts';
import { aDisplay, consultation, type EngineUnderTest, kiosk } from './writer/testing/a-writer.ts';

async function rowsOf(copied: CopiedClinic, after = 0): Promise<readonly LogRow[]> {
  const rows: LogRow[] = [];
  for await (const row of copied.reader().rowsAfter(after)) rows.push(row);
  return rows;
}
const rowsIn = (clinic: EngineUnderTest) => clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 1_000));
const filesOf = ({ folder }: CopiedClinic, kind: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(folder, name));
const registered = (clinic: EngineUnderTest) =>
  clinic.result('register-patient', { patient: { name: { family: 'Curie' }, phone: '600100200' } }, kiosk)[
    'patientId'
  ] as string;

describe('a copy of the log', () => {
  it('has every row to the byte, from any number on, and shows nobody anything', async () => {
    const copied = new CopiedClinic();
    registered(copied.clinic);
    await copied.copied();
    copied.clinic.issue();
    await copied.copied();
    const own = rowsIn(copied.clinic);
    expect(await rowsOf(copied)).toEqual(own);
    expect(await rowsOf(copied, 4)).toEqual(own.slice(4));
    for (const file of filesOf(copied, '')) {
      expect(readFileSync(file).includes('Curie')).toBe(false);
      expect(readFileSync(file).includes('v1.TicketIssued')).toBe(false);
    }
    copied.destroy();
  });

  it('says what it has acknowledged, and since when it is behind', async () => {
    const copied = await new CopiedClinic().copied();
    const { seq } = copied.clinic.reading((read) => read.position());
    expect(copied.pump.health).toEqual({ place: 'disk', seq, waitingRows: 0 });
    copied.clinic.issue();
    copied.told();
    expect(copied.pump.health).toMatchObject({ seq, waitingRows: 1, behindSince: expect.any(Number) as number });
    copied.destroy();
  });

  it('goes on where a power cut tore its last frame, after a start that knows nothing of it', async () => {
    const copied = await new CopiedClinic().copied();
    copied.clinic.issue();
    await copied.copied();
    const file = filesOf(copied, 'rows').at(-1)!;
    truncateSync(file, readFileSync(file).length - 7);
    const again = await new CopiedClinic(copied.clinic, copied.store).copied();
    expect(await rowsOf(again)).toEqual(rowsIn(copied.clinic));
    again.destroy();
    copied.destroy();
  });

  it('is refused with one bit turned, and for another key', async () => {
    const copied = await new CopiedClinic().copied();
    const [file] = filesOf(copied, 'box');
    const bytes = readFileSync(file!);
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(file!, bytes);
    await expect(copied.spare()).rejects.toThrow('copy-broken');
    const wrongKey = new CopyReader(copied.store, recoveryPair.publicKey);
    await expect(wrongKey.check()).rejects.toThrow('copy-broken');
    copied.destroy();
  });

  it('keeps nothing that would open what an erased patient left', async () => {
    const copied = new CopiedClinic();
    const patientId = registered(copied.clinic);
    await copied.copied();
    copied.clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    copied.told();
    expect(copied.pump.health.waitingRows).toBeGreaterThan(1);
    await copied.copied();
    const keys = new Map<string, unknown>();
    for await (const beside of copied.reader().beside()) {
      for (const { subjectId, wrapped } of beside.keys) if (!keys.has(subjectId)) keys.set(subjectId, wrapped);
    }
    expect(keys.get(patientId)).toBeNull();
    copied.destroy();
  });
});

describe('a spare box that takes over', () => {
  it('goes on behind the last row of the copy, with a whole chain, every projection, and the screens of before', async () => {
    const copied = new CopiedClinic();
    const patientId = registered(copied.clinic);
    const ticket = copied.clinic.issue({ patientId });
    const display = aDisplay(copied.clinic);
    await copied.copied();
    const before = rowsIn(copied.clinic);
    copied.destroy();
    const { taken, clinic } = await copied.spare();
    expect(taken.rows).toBe(before.length);
    expect(rowsIn(clinic).slice(0, before.length)).toEqual(before);
    expect(runAudit('verify', clinic.settings).ok).toBe(true);
    expect(runAudit('rebuild', clinic.settings).ok).toBe(true);
    expect(clinic.recordOf(ticket.id)?.number).toBe(ticket.number);
    expect(clinic.reading((read) => read.patient(patientId))?.details).toMatchObject({ phone: '600100200' });
    expect(clinic.reading((read) => read.devices())).toMatchObject([{ id: display }]);
    expect(clinic.reading((read) => read.prices())).toHaveLength(1);
    clinic.close();
  });

  it('goes on from a copy that was begun when the log was pruned already, with whoever was erased since erased', async () => {
    const { clinic: old, centre, patientId } = aPrunedClinic();
    const copied = await new CopiedClinic(old).copied();
    expect((await rowsOf(copied, centre.begin().first - 1))[0]?.seq).toBeGreaterThan(1);
    old.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    copied.told();
    await copied.copied();
    const { checkpoint } = centre.begin();
    const before = rowsIn(old).filter(({ seq }) => seq > checkpoint);
    copied.destroy();
    const { clinic } = await copied.spare();
    expect(rowsIn(clinic).slice(0, before.length)).toEqual(before);
    expect(runAudit('verify', clinic.settings)).toMatchObject({ ok: true, json: { behind: { seq: checkpoint } } });
    expect(runAudit('rebuild', clinic.settings).ok).toBe(true);
    expect(clinic.reading((read) => read.patient(patientId))?.erased ?? true).toBe(true);
    clinic.close();
  });

  it('has from the centre every row that the lost box had let go, and opens what they sealed', async () => {
    const { engine: old, centre, patientId, old: kept } = anOldClinic();
    const copied = new ClinicAtCentre(old, new KeepingCentre());
    await copied.relayed();
    const before = rowsIn(old);
    centre.keepUpTo(kept - 1);
    centre.prune(1_000);
    expect(rowsIn(old).length).toBeLessThan(before.length);
    await copied.copied();
    copied.destroy();
    const { clinic } = await copied.spare();
    expect(rowsIn(clinic).slice(0, before.length)).toEqual(before);
    expect(runAudit('verify', clinic.settings).ok).toBe(true);
    expect(runAudit('rebuild', clinic.settings).ok).toBe(true);
    expect(clinic.reading((read) => read.patient(patientId))?.details).toMatchObject({ name: { family: 'Noether' } });
    clinic.close();
  });

  it('gives out no number and no receipt that the lost box may have given out behind the copy', async () => {
    const copied = new CopiedClinic();
    copied.clinic.result('open-till', { floatMinor: 10_000 });
    const paid = (clinic: EngineUnderTest): string => {
      const { id: ticketId } = clinic.issue();
      const chargeId = clinic.result('record-charge', { ticketId, serviceId: consultation })['chargeId'] as string;
      const payment = clinic.result('take-payment', { chargeIds: [chargeId], means: 'cash', amountMinor: 5_000 });
      return payment['receiptNumber'] as string;
    };
    await copied.copied();
    // Nobody will ever hear of these from the copy.
    const lost = {
      numbers: [copied.clinic.issue().number, copied.clinic.issue().number],
      receipt: paid(copied.clinic),
    };
    copied.destroy();
    const { clinic } = await copied.spare();
    expect(lost.numbers).not.toContain(clinic.issue().number);
    expect(clinic.issue().number).toBe('A102');
    expect(paid(clinic)).not.toBe(lost.receipt);
    clinic.close();
  });

  it('forgets whom the lost box erased, whatever the copy still had of them', async () => {
    const copied = new CopiedClinic();
    const patientId = registered(copied.clinic);
    await copied.copied();
    const kept = filesOf(copied, 'beside').map((path) => [path, readFileSync(path)] as const);
    copied.clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    await copied.copied();
    // The power went before the older keys were gone.
    for (const [path, bytes] of kept) writeFileSync(path, bytes);
    copied.destroy();
    const { clinic } = await copied.spare();
    expect(clinic.reading((read) => read.patient(patientId))).toMatchObject({ erased: true, details: {} });
    expect(clinic.reading((read) => read.wrappedKeys([patientId]))).toEqual([]);
    clinic.close();
  });

  it('fences the lost box: it writes nothing more into the copy, and hears in which epoch it was replaced', async () => {
    const copied = await new CopiedClinic().copied();
    const { taken, clinic } = await copied.spare();
    copied.clinic.issue();
    await expect(copied.copied()).rejects.toMatchObject({ code: 'edge-replaced', facts: { epoch: taken.epoch } });
    const rows = await rowsOf(copied);
    expect(rows.map(({ epoch }) => epoch)).toEqual([
      ...Array.from({ length: taken.rows }, () => 1),
      ...taken.begun.map(() => taken.epoch),
    ]);
    await copied.pump.start();
    await expect.poll(() => copied.successors, { timeout: 30_000 }).toEqual([taken.epoch]);
    await copied.pump.stop();
    clinic.close();
    copied.destroy();
  });

  it('goes on copying into the copy that it came from, and another one may take over from that', async () => {
    const copied = await new CopiedClinic().copied();
    copied.destroy();
    const first = await copied.spare();
    const number = first.clinic.issue().number;
    const goesOn = await new CopiedClinic(first.clinic, copied.store).copied();
    goesOn.destroy();
    first.clinic.clock.pass(1_000);
    const second = await takeOverInto(copied.store, first.clinic.clock);
    expect(second.taken.epoch).toBeGreaterThan(first.taken.epoch);
    expect(rowsIn(second.clinic).some(({ body }) => body.includes(number))).toBe(true);
    expect(second.clinic.issue().number).not.toBe(number);
    second.clinic.close();
  });

  it('is refused a copy with a row missing, and one that was never begun', async () => {
    const copied = new CopiedClinic();
    await expect(copied.spare()).rejects.toThrow('not-ready');
    await copied.copied();
    for (let issued = 0; issued < 3; issued++) {
      copied.clinic.issue();
      await new CopiedClinic(copied.clinic, copied.store).copied();
    }
    copied.destroy();
    const [, missing] = filesOf(copied, 'rows').toSorted();
    writeFileSync(missing!, '');
    await expect(copied.spare()).rejects.toThrow('copy-broken');
  });
});

describe('a place that is away', () => {
  it('keeps nobody waiting, and gets all that it missed', async () => {
    const copied = new CopiedClinic();
    let isAway = true;
    const { store } = copied;
    const broken: CopyStore = {
      place: 'disk',
      list: () => (isAway ? Promise.reject(new AppError('copy-not-reached')) : store.list()),
      read: (name) => store.read(name),
      append: (name, at, bytes) => store.append(name, at, bytes),
      put: (name, content) => store.put(name, content),
      remove: (names) => store.remove(names),
    };
    const away = new CopiedClinic(copied.clinic, broken);
    await expect(away.copied()).rejects.toThrow('copy-not-reached');
    copied.clinic.issue();
    isAway = false;
    await away.copied();
    expect(away.pump.health.waitingRows).toBe(0);
    expect(await rowsOf(copied)).toEqual(rowsIn(copied.clinic));
    away.destroy();
    copied.destroy();
  });

  it('is passed over by whatever else lies in its folder', async () => {
    const copied = new CopiedClinic();
    appendFileSync(join(copied.folder, 'notes.txt'), 'a stick of somebody');
    await copied.copied();
    expect(await rowsOf(copied)).toEqual(rowsIn(copied.clinic));
    copied.destroy();
  });
});
