// A day on which the centre is away, killed, and cut off in the middle of sentences. Patients notice nothing; when the
// line is whole again everything has arrived once, and nobody's name is anywhere that it does not belong.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import type { LogPage } from '@foyer/contracts/http-api.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import { runAudit } from '@foyer/edge-server/audit.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { keepTableSums } from '@foyer/edge-server/adapters/sqlite/table-sums.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { pinoLog } from '@foyer/edge-server/pino-log.ts';
import {
  adminEva,
  buttonOne,
  clinicId,
  consultation,
  laboratory,
  nurseAna,
  room1,
} from '@foyer/edge-server/testing/a-clinic.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { demonstration, EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import { CuttableLine } from '@foyer/demo/launch/cuttable-line.ts';
import { CentreProcess } from './kit/a-centre-process.ts';
import { codeOf } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';
import { WeakRole } from './kit/weak-role.ts';

/** Words that no machine would write by itself: wherever one turns up, it came from a person. */
const booked = {
  id: aCommandId(),
  details: {
    name: { given: 'Wilhelmina', family: 'Featherstonehaugh' },
    birthDate: '1931-08-17',
    phone: '+34699887711',
    identifiers: [{ kind: 'passport' as const, value: 'XQ7755331' }],
  },
};
const walkIn = {
  name: { given: 'Bartholomäus', family: 'Quetzalcóatl' },
  birthDate: '1948-02-29',
  phone: '+34699887722',
  email: 'bart@quetzal.example',
  address: 'Calle del Pez Volador 77',
};
const reasons = ['fainted in the corridor yesterday', 'speaks Nahuatl alone'];
const needles = [
  ...['Wilhelmina', 'Featherstonehaugh', '1931-08-17', '699887711', '699887744', 'XQ7755331'],
  ...['Bartholomäus', 'Quetzalcóatl', '1948-02-29', '699887722', 'bart@quetzal', 'Pez Volador'],
  ...reasons,
];
/** As they stand, and as JSON may write them. */
const leaksIn = (text: string): readonly string[] => needles.filter((needle) => text.includes(needle));

const appointmentId = aCommandId();
const folder = mkdtempSync(join(tmpdir(), 'foyer-away-'));
const tokenFile = join(folder, 'edge.token');
const edgeLog: string[] = [];
const heardOnMqtt: string[] = [];
let postgres: TestPostgres;
let weak: WeakRole;
let centre: CentreProcess;
let line: CuttableLine;
let edge: EdgeUnderTest;
let wall: Screen<'/display'>;
let kiosk: Screen<'/kiosk'>;
let desk: Screen<'/staff'>;
let button: MqttClient;

beforeAll(async () => {
  postgres = await startTestPostgres();
  weak = await new WeakRole(postgres.urls.databaseUrl).start();
  const networkId = aCommandId();
  const user = (role: 'clinic-admin' | 'network-admin' | 'integration') => ({
    userId: aCommandId(),
    email: `${role}@north.example`,
    password: `the ${role} of the north`,
    role,
  });
  centre = new CentreProcess(postgres.urls.databaseUrl, {
    network: { networkId, name: 'The North' },
    clinic: demonstration.configuration,
    users: [user('clinic-admin'), user('network-admin'), user('integration')],
    staff: [
      { staffId: nurseAna, name: 'Ana Ruiz', roles: ['nurse'], pin: '4711' },
      { staffId: adminEva, name: 'Eva Gil', roles: ['supervisor', 'admin'], pin: '4712' },
    ],
    prices: [
      { serviceId: consultation, amountMinor: 4_500, currency: 'EUR' },
      { serviceId: laboratory, amountMinor: 1_250, currency: 'EUR' },
    ],
    patients: [{ patientId: booked.id, details: booked.details }],
    appointments: [{ appointmentId, patientId: booked.id, serviceId: consultation, at: Date.now(), minutes: 20 }],
  });
  await centre.start();
  line = new CuttableLine(centre.port);
  await line.start();
  writeFileSync(tokenFile, centre.ready.edgeToken);
  const log = pinoLog('info', { write: (text) => void edgeLog.push(text) });
  edge = await new EdgeUnderTest({ pms: { url: line.url, tokenFile } }, { log }).start();
  wall = new Screen(edge.running.url, '/display', { token: tokens.display });
  kiosk = new Screen(edge.running.url, '/kiosk', { token: tokens.kiosk });
  desk = new Screen(edge.running.url, '/staff', { token: tokens.supervisor });
  button = await connectAsync(edge.running.mqttUrl, {
    clientId: buttonOne,
    username: buttonOne,
    password: tokens.button,
  });
  button.on('message', (topic, payload) => heardOnMqtt.push(`${topic} ${payload.toString()}`));
  await button.subscribeAsync(`foyer/v1/${clinicId}/${buttonOne}/#`, { qos: 1 });
  await desk.until(({ appointments, relay }) => appointments[appointmentId] !== undefined && relay.state === 'linked');
});
afterAll(async () => {
  for (const screen of [wall, kiosk, desk]) screen.close();
  await button.endAsync();
  await edge.end();
  await line.stop();
  await centre.stop();
  await weak.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

/** Registers at the kiosk, takes a number, is called, served, charged and pays. */
async function wholeVisit(patient: PatientDetails, serviceId = consultation) {
  const { identificationId, patientId } = await edge.result(tokens.kiosk, 'register-patient', { patient });
  const issued = await edge.result(tokens.kiosk, 'issue-ticket', {
    serviceId,
    identificationId: identificationId as string,
  });
  const ticket = issued['ticket'] as unknown as Ticket;
  const here = { servicePointId: room1, ticketId: ticket.id };
  await edge.result(tokens.supervisor, 'call-ticket', { ...here, reason: reasons[0]!, finishCurrent: 'completed' });
  await edge.result(tokens.nurse, 'confirm-arrival', here);
  const { chargeId } = await edge.result(tokens.cashier, 'record-charge', { ticketId: ticket.id, serviceId });
  const amountMinor = serviceId === consultation ? 4_500 : 1_250;
  const paid = await edge.result(tokens.cashier, 'take-payment', {
    chargeIds: [chargeId as string],
    means: 'cash',
    amountMinor,
    tenderedMinor: 5_000,
    reason: reasons[1]!,
  });
  await edge.result(tokens.nurse, 'finish-service', here);
  return {
    patientId: patientId as string,
    ticket,
    chargeId: chargeId as string,
    paymentId: paid['paymentId'] as string,
  };
}

const edgeSeq = async (): Promise<number> =>
  ((await edge.call('GET', '/api/v1/board', { token: tokens.nurse })).body as { seq: number }).seq;
async function whenAllHasArrived(): Promise<void> {
  await vi.waitFor(
    async () => {
      const [head] = await weak.rows(clinicId, 'select seq from inbox_heads');
      expect(Number(head?.['seq'])).toBe(await edgeSeq());
    },
    { timeout: 40_000, interval: 100 },
  );
}
async function logRows(): Promise<LogPage['rows']> {
  const rows = [];
  for (let after = '0.0'; ;) {
    const page = (await edge.call('GET', `/api/v1/log?limit=1000&after=${after}`, { token: tokens.auditor })).body;
    const { rows: more, next } = page as unknown as LogPage;
    if (more.length === 0) return rows;
    rows.push(...more);
    after = next;
  }
}
const countOf = async (text: string, values: readonly unknown[]): Promise<number> =>
  Number((await weak.rows(clinicId, `select count(*) as n from ${text}`, values))[0]?.['n']);
/** As the feed has brought it down. */
function referencePhone(): unknown {
  const database = new DatabaseSync(dataFiles(edge.config.dataDir).database, { readOnly: true });
  const row = database.prepare('select details from reference_patients where id = ?').get(booked.id);
  database.close();
  return (JSON.parse(String(row?.['details'])) as PatientDetails).phone;
}
/** From 1 to the newest, none missing. */
async function everyRowOnce(): Promise<void> {
  const [held] = await weak.rows(clinicId, 'select count(*) as n, min(seq) as first, max(seq) as last from log_rows');
  expect({ ...held }).toEqual({ n: held?.['last'], first: '1', last: held?.['last'] });
}
const dashboard = async (): Promise<ClinicDay> => {
  const token = centre.ready.tokens['clinic-admin'] ?? '';
  const response = await fetch(`${centre.url}/api/v1/clinics/${clinicId}/day`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()) as ClinicDay;
};

describe('a centre that is away', () => {
  it('is noticed by the staff alone, and gets registration, visit, charge and payment exactly once when it is back', async () => {
    await edge.result(tokens.cashier, 'open-till', { floatMinor: 10_000 });
    await whenAllHasArrived();
    await centre.kill();
    const before = await edgeSeq();
    const [qr] = centre.ready.appointments.map(({ checkInCode }) => checkInCode);
    const arrived = await edge.result(tokens.kiosk, 'check-in', { qr: qr! });
    const phone = '+34699887744';
    await edge.result(tokens.reception, 'update-patient', { patientId: booked.id, patient: { phone } });
    const visit = await wholeVisit(walkIn);
    const told = await desk.until(({ relay }) => relay.state === 'unlinked' && relay.waitingRows > 0);
    expect(told.relay.waitingRows).toBeLessThanOrEqual((await edgeSeq()) - before);
    expect(kiosk.view).not.toHaveProperty('relay');

    await centre.start();
    await whenAllHasArrived();
    await desk.until(({ relay }) => relay.state === 'linked');
    // Changed here while the centre could not hear it: the same at both ends, and no older word comes down later.
    expect(await countOf(`patients where patient_id = $1 and details->>'phone' = $2`, [booked.id, phone])).toBe(1);
    await vi.waitFor(() => expect(referencePhone()).toBe(phone), 20_000);
    expect(desk.view?.patients[booked.id]).toMatchObject({ phone });
    expect(await countOf('patients where patient_id = $1', [visit.patientId])).toBe(1);
    expect(await countOf(`patients where details->'name'->>'family' = $1`, [walkIn.name.family])).toBe(1);
    expect(
      await countOf(`visits where ticket_id = $1 and state = 'completed' and patient_id = $2`, [
        visit.ticket.id,
        visit.patientId,
      ]),
    ).toBe(1);
    expect(await countOf('visits where appointment_id = $1', [appointmentId])).toBe(1);
    expect(await countOf('charges where charge_id = $1 and payment_id = $2', [visit.chargeId, visit.paymentId])).toBe(
      1,
    );
    expect(
      await countOf(`payments where payment_id = $1 and amount_minor = 4500 and receipt_number = 'NORTH-1-1'`, [
        visit.paymentId,
      ]),
    ).toBe(1);
    await everyRowOnce();
    expect(await countOf('dead_letters', [])).toBe(0);
    expect(await dashboard()).toMatchObject({
      booked: 1,
      arrived: 2,
      arrivedWithoutBooking: 1,
      served: 1,
      waiting: 1,
      takings: { totalMinor: 4_500, byMeans: [{ means: 'cash', payments: 1, amountMinor: 4_500 }] },
      edge: { state: 'live', quarantined: false },
    });
    await edge.result(tokens.supervisor, 'cancel-ticket', { ticketId: arrived['ticket']!['id']!, reason: reasons[0]! });
  });

  it('is cut off again and again while it listens, and still hears everything once', async () => {
    const taken = async () => (await dashboard()).takings.totalMinor;
    const takenBefore = await taken();
    const visits = [];
    for (let count = 0; count < 6; count += 1) {
      const patient = {
        ...walkIn,
        phone: `+3469988773${count}`,
        name: { ...walkIn.name, given: `Bartholomäus ${'I'.repeat(count + 1)}` },
      };
      const visiting = wholeVisit(patient, laboratory);
      // Whatever is on its way at this moment is torn off.
      line.cut();
      visits.push(await visiting);
      line.mend();
      if (count % 2 === 0) line.cut();
      line.mend();
    }
    await whenAllHasArrived();
    const ids = visits.map(({ paymentId }) => paymentId);
    expect(await countOf('payments where payment_id = any($1)', [ids])).toBe(6);
    expect(await countOf('visits where ticket_id = any($1)', [visits.map(({ ticket }) => ticket.id)])).toBe(6);
    await everyRowOnce();
    expect((await taken()) - takenBefore).toBe(6 * 1_250);
    const ordinals = await weak.rows(clinicId, 'select receipt_ordinal as n from payments order by 1');
    expect(ordinals.map(({ n }) => Number(n))).toEqual(ordinals.map((_, index) => index + 1));
  });

  it('takes names that no database likes, and none of them stops the rest', async () => {
    const names = [
      'Nul\0Nul',
      '\ud800Half',
      'Half\udfff',
      '\u202eRevo',
      "Robert'); drop table patients;--",
      '\\u0000',
      '{"a":1}',
      '\x1b[31m',
    ];
    const visits = [];
    for (const name of names) {
      const { identificationId, patientId } = await edge.result(tokens.kiosk, 'register-patient', {
        patient: { name: { given: name, family: name }, address: name },
      });
      const issued = await edge.result(tokens.kiosk, 'issue-ticket', {
        serviceId: laboratory,
        identificationId: identificationId as string,
      });
      visits.push({ patientId: patientId as string, ticketId: (issued['ticket'] as unknown as Ticket).id });
    }
    await whenAllHasArrived();
    expect(await countOf('dead_letters', [])).toBe(0);
    expect(
      await countOf('patients where patient_id = any($1) and details is not null', [
        visits.map(({ patientId }) => patientId),
      ]),
    ).toBe(names.length);
    expect(await countOf('visits where ticket_id = any($1)', [visits.map(({ ticketId }) => ticketId)])).toBe(
      names.length,
    );
    for (const { ticketId } of visits)
      await edge.result(tokens.supervisor, 'cancel-ticket', { ticketId, reason: reasons[1]! });
  });
});

describe('a name', () => {
  it('is nowhere but on the screens of those who need it', async () => {
    const { ticket } = await wholeVisit({ ...walkIn, phone: '+34699887799' });
    const phone = new Screen(edge.running.url, '/ticket', { token: ticket.publicId });
    await phone.until(() => true);
    await whenAllHasArrived();
    const atCentre = new Screen(centre.url, '/ticket', { token: ticket.publicId });
    await atCentre.until(({ number }) => number === ticket.number);
    const asked = await edge.call('POST', '/api/v1/identifications', {
      token: tokens.kiosk,
      body: { birthDate: booked.details.birthDate },
    });
    const { identificationId } = asked.body as { identificationId: string };
    await edge.call('POST', '/api/v1/identifications', {
      token: tokens.kiosk,
      body: { identificationId, initials: 'XX', time: '09:00' },
    });
    await button.publishAsync(`foyer/v1/${clinicId}/${buttonOne}/event`, JSON.stringify({ press: 'long', id: 'p1' }), {
      qos: 1,
    });
    await vi.waitFor(() => expect(heardOnMqtt.length).toBeGreaterThan(0), 10_000);

    // The desk is told, so the words above are the ones to look for.
    expect(leaksIn(desk.heard.join('\n')).length).toBeGreaterThan(4);
    expect(leaksIn(wall.heard.join('\n'))).toEqual([]);
    expect(leaksIn(kiosk.heard.join('\n'))).toEqual([]);
    expect(leaksIn(phone.heard.join('\n'))).toEqual([]);
    expect(leaksIn(atCentre.heard.join('\n'))).toEqual([]);
    expect(leaksIn(heardOnMqtt.join('\n'))).toEqual([]);
    expect(edgeLog.length).toBeGreaterThan(10);
    expect(leaksIn(edgeLog.join(''))).toEqual([]);
    expect(centre.output).toContain('serving');
    expect(leaksIn(centre.output)).toEqual([]);
    const rows = await logRows();
    expect(rows.length).toBeGreaterThan(100);
    expect(leaksIn(rows.map((row) => JSON.stringify({ ...row, sealed: null })).join('\n'))).toEqual([]);
    const [board, refusals, metrics] = [
      await edge.call('GET', '/api/v1/board', { token: tokens.supervisor }),
      await edge.call('GET', '/api/v1/refusals?limit=1000', { token: tokens.auditor }),
      await edge.call('GET', '/metrics'),
    ];
    expect(leaksIn(JSON.stringify([board.body, refusals.body, metrics.body]))).toEqual([]);
    expect(leaksIn(JSON.stringify(await dashboard()))).toEqual([]);
    expect(leaksIn(JSON.stringify(edge.printer.printed))).toEqual([]);
    phone.close();
    atCentre.close();
  });
});

describe('the feed', () => {
  it('that comes again from its beginning changes nothing', async () => {
    // The centre links who was registered in its own time, and each link is a row here.
    await vi.waitFor(async () => {
      const types = (await logRows()).map(({ type }) => type);
      const count = (of: string): number => types.filter((type) => type === of).length;
      expect(count('v1.PatientLinked')).toBe(count('v1.PatientRegistered'));
    }, 20_000);
    const digests = (): string => {
      const database = new DatabaseSync(dataFiles(edge.config.dataDir).database, { readOnly: true });
      const tables = database
        .prepare(`select name from sqlite_schema where type = 'table' and name like 'reference%' order by 1`)
        .all();
      const texts = tables.map(({ name }) => {
        const rows = database.prepare(`select * from "${String(name)}" order by 1, 2`).all();
        // How much of the log the centre knew is a note of when an item came, and may grow.
        return `${String(name)} ${JSON.stringify(rows.map((row) => ({ ...row, known_seq: null })))}`;
      });
      database.close();
      return texts.join('\n');
    };
    await edge.stop();
    const before = digests();
    expect(before).toContain('reference_appointments');
    const database = openForWriting(dataFiles(edge.config.dataDir).database);
    keepTableSums(database, false);
    // What the edge tells of waits goes on by itself.
    const said = `select count(*) as rows from log where type not like 'v1.Wait%'`;
    const { rows } = database.prepare(said).get() as { rows: number };
    const held = database.prepare('select feed_number as n from relay').get() as { n: number };
    database.exec('update relay set feed_number = 0');
    database.close();
    await edge.start();
    await vi.waitFor(() => {
      const again = new DatabaseSync(dataFiles(edge.config.dataDir).database, { readOnly: true });
      const { n } = again.prepare('select feed_number as n from relay').get() as { n: number };
      const now = again.prepare(said).get() as { rows: number };
      again.close();
      expect(n).toBeGreaterThanOrEqual(held.n);
      expect(now.rows).toBe(rows);
    }, 20_000);
    expect(digests()).toBe(before);
  });
});

describe('a patient who is erased', () => {
  const onDisk = (text: string): boolean => {
    const { database } = dataFiles(edge.config.dataDir);
    return ['', '-wal', '-shm'].some(
      (suffix) => existsSync(database + suffix) && readFileSync(database + suffix).includes(text),
    );
  };

  it('is gone from every file at the edge and every row at the centre, and the chain is whole', async () => {
    const secret = 'Zubenelgenubi';
    const patient = { name: { given: secret, family: secret }, birthDate: '1903-03-03', phone: '+34600000303' };
    const { patientId } = await wholeVisit(patient);
    await whenAllHasArrived();
    expect(onDisk(secret)).toBe(true);
    expect(await weak.everything(clinicId)).toContain(secret);

    const refused = await edge.command(tokens.nurse, 'erase-patient', { patientId, reason: 'x' });
    expect(codeOf(refused)).toBe('not-allowed');
    expect(
      (await edge.command(tokens.admin, 'erase-patient', { patientId, reason: `${secret} asked for it` })).status,
    ).toBe(200);
    await whenAllHasArrived();
    expect(onDisk(patient.birthDate)).toBe(false);
    expect(
      await countOf('patients where patient_id = $1 and details is null and erased_at is not null', [patientId]),
    ).toBe(1);
    const atCentre = await weak.everything(clinicId);
    expect(atCentre).not.toContain(secret);
    expect(atCentre).not.toContain(patient.birthDate);
    expect(atCentre).not.toContain('600000303');
    expect(JSON.stringify(desk.view)).not.toContain('1903-03-03');

    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(edge.config.dataDir);
    expect(onDisk(secret)).toBe(false);
    for (const command of ['verify', 'rebuild'] as const) {
      expect(runAudit(command, { databasePath, clinicKeyPath })).toMatchObject({ ok: true });
    }
    const again = await edge.command(tokens.kiosk, 'register-patient', { patient });
    const { patientId: anew } = again.body['result'] as { patientId: string };
    expect(anew).not.toBe(patientId);
    await whenAllHasArrived();
    expect(await countOf('patients where patient_id = $1 and details is null', [patientId])).toBe(1);
  });
});
