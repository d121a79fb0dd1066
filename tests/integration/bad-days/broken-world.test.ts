// The edge as a clinic starts it, in a world that breaks under it: killed in the middle of the morning's rush, its disk
// full, its clock a day off. What was acknowledged is there, what was not happens once, and patients notice little.

import { execFile } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { Board } from '@foyer/contracts/board-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { ACentre } from '@foyer/edge-server/testing/a-centre.ts';
import { type BenchClinic, makeBenchClinic, repositoryRoot } from '../../bench/kit/bench-clinic.ts';
import { createEdgeClient, newCommandId, type Order, readLog, type Sent } from '../../bench/kit/edge-client.ts';
import { type EdgeProcess, startEdge } from '../../bench/kit/edge-process.ts';
import { BadWorld } from './kit/bad-world.ts';
import { codeOf } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';

const world = new BadWorld();
const centre = new ACentre();
let clinic: BenchClinic;
let edge: EdgeProcess;
let signingKey: KeyObject;
/** Of today, in the clinic's zone. */
const appointment = { id: newCommandId(), patientId: newCommandId(), at: Date.now() };

beforeAll(async () => {
  clinic = makeBenchClinic({ seed: 11, kiosks: 4, displays: 1 });
  writeFileSync(join(clinic.folder, 'edge.token'), 'the-edge\n');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  signingKey = privateKey;
  await centre.start();
  const details = { name: { given: 'Ada', family: 'Lovelace' }, birthDate: '1915-12-10' };
  centre.give(
    {
      kind: 'check-in-key',
      id: clinic.configuration.clinicId,
      body: { publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64') },
    },
    { kind: 'patient', id: appointment.patientId, body: { id: appointment.patientId, details } },
    {
      kind: 'appointment',
      id: appointment.id,
      body: { ...appointment, serviceId: clinic.serviceIds[0] ?? '', minutes: 20, status: 'booked' },
    },
  );
  await start();
});
afterAll(async () => {
  await edge.stop();
  await centre.stop();
  clinic.remove();
  world.remove();
});
afterEach(() => world.change({ clockAheadMs: 0, diskFull: false, diskFails: false }));

async function start(): Promise<void> {
  edge = await startEdge({
    clinic,
    nodeOptions: world.nodeOptions,
    environment: { FOYER_PMS_URL: centre.url, FOYER_PMS_TOKEN_FILE: join(clinic.folder, 'edge.token') },
  });
}

async function send(token: string, order: Order, commandId?: string): Promise<Sent> {
  const client = createEdgeClient(edge.url, token);
  try {
    return await client.send(order, commandId);
  } finally {
    client.close();
  }
}
async function get<T>(token: string, path: string): Promise<T> {
  const client = createEdgeClient(edge.url, token);
  try {
    return await client.get<T>(path);
  } finally {
    client.close();
  }
}
const board = (): Promise<Board> => get<Board>(clinic.reception, '/api/v1/board');
const issuing = (): Order => ({ type: 'issue-ticket', serviceId: clinic.serviceIds[0] ?? '' });
const refusedWith = ({ status, answer }: Sent): string =>
  codeOf({ status, body: answer as unknown as Record<string, unknown> });
const numberOf = ({ answer }: Sent): string =>
  (answer as unknown as { result: { ticket: { number: string } } }).result.ticket.number;

async function audit(command: 'verify' | 'rebuild'): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['edge-server/src/audit-main.ts', command], {
    cwd: repositoryRoot,
    env: { ...process.env, FOYER_DATA_DIR: clinic.dataDir },
  });
  return stdout;
}

async function storageCheck(): Promise<unknown> {
  const { checks } = (await (await fetch(`${edge.url}/readyz`)).json()) as { checks: { name: string }[] };
  return checks.find(({ name }) => name === 'storage');
}

async function logRows() {
  const client = createEdgeClient(edge.url, clinic.auditor);
  const rows = [];
  for await (const row of readLog(client)) rows.push(row);
  client.close();
  return rows;
}

describe('kill -9 in the middle of a rush', () => {
  it('loses nothing that was acknowledged, and what was under way happens once', async () => {
    const acknowledged: (Sent & { token: string; order: Order })[] = [];
    const cutOff: { token: string; order: Order; commandId: string }[] = [];
    let killed: Promise<void> | undefined;
    const work = async (token: string, order: Order): Promise<void> => {
      const client = createEdgeClient(edge.url, token);
      for (;;) {
        const commandId = newCommandId();
        try {
          const sent = await client.send(order, commandId);
          if (sent.answer.ok) acknowledged.push({ ...sent, token, order });
          // The kill comes while others are under way.
          if (acknowledged.length >= 60) killed ??= edge.kill();
        } catch {
          cutOff.push({ token, order, commandId });
          return client.close();
        }
      }
    };
    await Promise.all([
      ...clinic.kiosks.map((token) => work(token, issuing())),
      ...clinic.nurses
        .slice(0, 3)
        .map(({ token, servicePointId }) =>
          work(token, { type: 'call-next', servicePointId, finishCurrent: 'completed' }),
        ),
    ]);
    await killed;
    expect(cutOff).toHaveLength(7);
    await start();

    const rows = await logRows();
    const known = new Set(rows.map(({ commandId }) => commandId));
    expect(acknowledged.filter(({ commandId }) => !known.has(commandId))).toEqual([]);
    for (const { token, order, commandId, answer } of acknowledged) {
      expect((await send(token, order, commandId)).answer).toEqual(answer);
    }
    const before = (await board()).seq;
    const [one, two] = [[], []] as Sent[][];
    for (const { token, order, commandId } of cutOff) one!.push(await send(token, order, commandId));
    for (const { token, order, commandId } of cutOff) two!.push(await send(token, order, commandId));
    expect(two).toEqual(one);
    expect((await board()).seq - before).toBeLessThanOrEqual(3 * cutOff.length);
    const numbers = (await board()).tickets
      .filter(({ serviceId }) => serviceId === clinic.serviceIds[0])
      .map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(await audit('verify')).toContain('The chain is whole');
    expect(await audit('rebuild')).toContain('Every projection is what the');
  });
});

type Told = Pick<KioskView, 'storage'>;
const isFull = ({ storage }: Told): boolean => storage?.state === 'full';
const isWell = ({ storage }: Told): boolean => storage === undefined || storage.state === 'nearly-full';

describe('a full disk', () => {
  it('is said with its code at both doors, changes nothing, and ends when there is room again', async () => {
    const wall = new Screen(edge.url, '/display', { token: clinic.displays[0] ?? '' });
    const kiosk = new Screen(edge.url, '/kiosk', { token: clinic.kiosks[0] ?? '' });
    await Promise.all([wall.until(() => true), kiosk.until(() => true)]);
    world.change({ diskFull: true });
    // There is some room in the pages that are there: sooner or later one does not fit.
    const patient = { name: { family: 'x'.repeat(120) }, address: 'x'.repeat(500) };
    let refused: Sent | undefined;
    for (let tries = 0; refused === undefined && tries < 400; tries += 1) {
      const sent = await send(clinic.kiosks[0] ?? '', { type: 'register-patient', patient });
      if (!sent.answer.ok) refused = sent;
    }
    expect(refusedWith(refused!)).toBe('storage-full');
    // What people see: a kiosk sends to the desk, a wall has a line for staff.
    await Promise.all([wall.until(isFull), kiosk.until(isFull)]);
    const before = await board();
    const commandId = newCommandId();
    const first = await Promise.all(
      Array.from({ length: 4 }, () => send(clinic.kiosks[1] ?? '', { type: 'register-patient', patient })),
    );
    expect(first.map(refusedWith)).toEqual(first.map(() => 'storage-full'));
    const { status, ...body } = await kiosk.command({ commandId, type: 'register-patient', patient });
    expect(codeOf({ status, body })).toBe('storage-full');
    expect((await board()).seq).toBe(before.seq);
    expect((await fetch(`${edge.url}/healthz`)).status).toBe(200);
    expect(await storageCheck()).toEqual({ name: 'storage', ok: false, needed: true, state: 'full' });
    // So many that the writer finds no quiet to tidy up in and does it among them: it has nowhere to move them to.
    for (let count = 0; count < 310; count += 1) {
      expect(refusedWith(await send(clinic.kiosks[1] ?? '', { type: 'register-patient', patient }))).toBe(
        'storage-full',
      );
    }
    expect((await wall.socket.emitWithAck('catch-up', {})) as unknown).toEqual({ ok: true, sent: 'snapshot' });

    world.change({ diskFull: false });
    expect((await send(clinic.kiosks[0] ?? '', { type: 'register-patient', patient }, commandId)).status).toBe(200);
    expect((await send(clinic.kiosks[1] ?? '', issuing())).status).toBe(200);
    expect(await storageCheck()).toMatchObject({ ok: true });
    await Promise.all([wall.until(isWell), kiosk.until(isWell)]);
    expect(await audit('verify')).toContain('The chain is whole');
    wall.close();
    kiosk.close();
  });
});

describe('a disk that fails', () => {
  it('is said with its code to who waited, and ends the edge, which is started again', async () => {
    const kiosk = new Screen(edge.url, '/kiosk', { token: clinic.kiosks[0] ?? '' });
    await kiosk.until(() => true);
    const before = await board();
    const client = createEdgeClient(edge.url, clinic.kiosks[1] ?? '');
    await client.get('/healthz');
    world.change({ diskFails: true });
    const commandId = newCommandId();
    // The edge ends at the first that it cannot write: whoever comes a moment later finds nobody, and asks again.
    const cutOff = edge.ended.then(() => 'cut off');
    const answers = await Promise.all([
      Promise.race([client.send(issuing(), commandId).then(refusedWith, () => 'cut off'), cutOff]),
      Promise.race([
        kiosk
          .command({ commandId: newCommandId(), ...issuing() })
          .then(({ status, ...body }) => codeOf({ status, body }))
          .catch(() => 'cut off'),
        cutOff,
      ]),
    ]);
    expect(answers).toContain('storage-failed');
    expect(answers.filter((answer) => answer !== 'storage-failed' && answer !== 'cut off')).toEqual([]);
    client.close();
    kiosk.close();
    expect(await edge.ended).toBe(1);

    world.change({ diskFails: false });
    await start();
    // What the edge tells of waits goes on by itself.
    const since = (await logRows()).filter(({ seq, type }) => seq > before.seq && !type.startsWith('v1.Wait'));
    expect(since).toEqual([]);
    expect((await send(clinic.kiosks[1] ?? '', issuing(), commandId)).status).toBe(200);
    expect(await audit('verify')).toContain('The chain is whole');
  });
});

describe('a clock that jumps', () => {
  const dayAt = (at: number) => {
    const { zone, businessDayStartsAt } = clinic.configuration;
    return businessDayAt(at, zone, businessDayStartsAt).businessDay;
  };
  const codeFor = (businessDay: string): string => {
    const code = { clinicId: clinic.configuration.clinicId, appointmentId: appointment.id, businessDay };
    return encodeCheckInCode(code, sign(null, checkInCodeBytes(code), signingKey));
  };

  it.each([
    ['a day ahead', dayMs],
    ['a day back', -dayMs],
  ])('%s freezes the day, is told to the staff, and numbers and codes of today go on', async (_what, clockAheadMs) => {
    const today = (await board()).businessDay;
    expect(today).toBe(dayAt(Date.now()));
    const before = numberOf(await send(clinic.kiosks[0] ?? '', issuing()));
    const desk = new Screen(edge.url, '/staff', { token: clinic.reception });
    await desk.until(({ appointments }) => appointments[appointment.id] !== undefined);

    world.change({ clockAheadMs });
    const after = numberOf(await send(clinic.kiosks[0] ?? '', issuing()));
    expect(Number(after.slice(1))).toBeGreaterThan(Number(before.slice(1)));
    const told = await desk.until(({ clockFrozen }) => clockFrozen);
    expect(told.clinic.businessDay).toBe(today);
    expect(Object.keys(told.appointments)).toContain(appointment.id);
    expect((await board()).businessDay).toBe(today);
    const identified = await fetch(`${edge.url}/api/v1/identifications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clinic.kiosks[0] ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ qr: codeFor(today) }),
    });
    expect(await identified.json()).toMatchObject({ matched: true, appointments: [{ id: appointment.id }] });
    const arrived = await send(clinic.kiosks[0] ?? '', { type: 'check-in', qr: codeFor(today) });
    expect(arrived.answer).toMatchObject({ ok: true, result: { ticket: { businessDay: today } } });
    const { ticket } = (arrived.answer as unknown as { result: { ticket: { id: string } } }).result;
    await send(clinic.reception, { type: 'undo-check-in', ticketId: ticket.id, reason: 'next test' });
    const dayBefore = dayAt(Date.now() - 3 * dayMs);
    expect(refusedWith(await send(clinic.kiosks[0] ?? '', { type: 'check-in', qr: codeFor(dayBefore) }))).toBe(
      'code-of-another-day',
    );

    // The clock is right again, and the centre's time says so.
    world.change({ clockAheadMs: 0 });
    centre.sayTheTime();
    await desk.until(({ clockFrozen }) => !clockFrozen);
    expect((await board()).businessDay).toBe(today);
    const types = (await logRows()).map(({ type }) => type).filter((type) => type.startsWith('v1.Clock'));
    expect(types.slice(-2)).toEqual(['v1.ClockFrozen', 'v1.ClockConfirmed']);
    desk.close();
  });
});
