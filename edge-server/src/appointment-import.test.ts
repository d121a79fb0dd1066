import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import { mostImportBytes } from '@foyer/contracts/appointment-table.ts';
import type { Patch, Snapshot } from '@foyer/contracts/sockets.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { businessDayAt, addDays, localMoment } from '@foyer/domain/calendar/business-day.ts';
import { consultation, laboratory } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { demonstration, EdgeUnderTest, tokens, type Answered } from './testing/an-edge.ts';

const { zone, businessDayStartsAt } = demonstration.configuration;
const today = businessDayAt(Date.now(), zone, businessDayStartsAt).businessDay;
const tomorrow = addDays(today, 1);
let edge: EdgeUnderTest;
beforeAll(async () => {
  edge = await new EdgeUnderTest().start();
});
afterAll(() => edge.end());

function send(changes: Partial<ImportRequest>, token: string = tokens.reception): Promise<Answered> {
  const body = { commandId: aCommandId(), commit: false, ...changes };
  return edge.call('POST', '/api/v1/appointments/import', { token, body });
}
async function look(text: string, changes: Partial<ImportRequest> = {}): Promise<ImportAnswer> {
  return (await send({ text, ...changes })).body as unknown as ImportAnswer;
}
const table = (...rows: readonly string[]) => ['Name;Date of birth;Phone;Service;Date;Time', ...rows].join('\n');

describe('a table of appointments', () => {
  it('is shown as it would be taken over, and nothing is', async () => {
    const seen = await look(table(`Ana Ruiz;1967-11-07;+34 600 100 200;Consulta;${tomorrow};9:30`));
    expect(seen).toEqual({
      ok: true,
      columns: ['name', 'birth-date', 'phone', 'service', 'date', 'time'].map((field, column) => ({
        head: ['Name', 'Date of birth', 'Phone', 'Service', 'Date', 'Time'][column],
        field,
      })),
      asks: [],
      rows: [
        {
          line: 2,
          name: 'Ana Ruiz',
          birthDate: '1967-11-07',
          phone: '+34 600 100 200',
          serviceId: consultation,
          at: localMoment(tomorrow, '09:30', zone),
          faults: [],
        },
      ],
      good: 1,
    });
    expect((await look(table(`Ana Ruiz;1967-11-07;;A;${tomorrow};9:30`))).good).toBe(1);
  });

  it('says of each row what does not read, by its field and in what it says', async () => {
    const seen = await look(
      table(
        ';1967-11-07;;Consultation;;9:30',
        'Ana Ruiz;31/02/1967;call;Dentist;2001-01-01;9:30',
        'Bea Gil;7/11/67;;Laboratory;2099-01-01;nine',
      ),
      { dateOrder: 'day-first' },
    );
    expect(
      seen.rows.map(({ line, faults }) => [line, faults.map(({ field, code, text }) => [field, code, text])]),
    ).toEqual([
      [2, [['name', 'name-missing', '']]],
      [
        3,
        [
          ['birth-date', 'date-impossible', '31/02/1967'],
          ['phone', 'phone-unreadable', 'call'],
          ['service', 'service-unknown', 'Dentist'],
          ['date', 'time-over', '2001-01-01'],
        ],
      ],
      [
        4,
        [
          ['birth-date', 'year-too-short', '7/11/67'],
          ['time', 'time-unreadable', 'nine'],
        ],
      ],
    ]);
    expect(seen.good).toBe(0);
  });

  it('asks for the order of its dates, and reads them as it is told', async () => {
    const text = table(`Ana Ruiz;07/11/1967;;Consultation;${tomorrow};9:30`);
    expect(await look(text)).toMatchObject({ asks: ['date-order'], good: 0 });
    expect(await look(text, { dateOrder: 'month-first' })).toMatchObject({
      asks: [],
      good: 1,
      rows: [{ birthDate: '1967-07-11' }],
    });
    const told = table(`Ana Ruiz;07/11/1967;;Consultation;${tomorrow};9:30`, `Bea Gil;23/11/1967;;A;${tomorrow};9:45`);
    expect(await look(told)).toMatchObject({ asks: [], dateOrder: 'day-first', good: 2 });
  });

  it('asks what its columns hold, and for which service it is', async () => {
    const text = `Who;When\nAna Ruiz;${tomorrow} 9:30`;
    expect(await look(text)).toMatchObject({ asks: ['columns', 'service'], good: 0 });
    const columns = [
      { column: 0, field: 'name' as const },
      { column: 1, field: 'time' as const },
    ];
    expect(await look(text, { columns, serviceId: laboratory })).toMatchObject({
      asks: [],
      good: 1,
      rows: [{ serviceId: laboratory, at: localMoment(tomorrow, '09:30', zone) }],
    });
  });

  it('without dates is of today', async () => {
    expect(await look('Name,Time,Service\nAna Ruiz,23:30,A')).toMatchObject({
      rows: [{ at: localMoment(today, '23:30', zone), faults: [] }],
    });
  });

  it('tells what it says twice', async () => {
    const row = `Ana Ruiz;1967-11-07;;Consultation;${tomorrow};9:30`;
    const seen = await look(table(row, row.replace('Ana Ruiz', 'RUIZ, ANA')));
    expect(seen).toMatchObject({ good: 1, rows: [{ faults: [] }, { faults: [{ code: 'twice-in-table' }] }] });
  });

  it('takes names as text and never as a formula', async () => {
    const seen = await look(table(`"=HYPERLINK(""http://x"")";1967-11-07;;A;${tomorrow};9:30`));
    expect(seen.rows[0]?.name).toBe('HYPERLINK("http://x")');
  });

  it('is read from a file in its own letters', async () => {
    const base64 = Buffer.from(table(`Íñigo Peña;1967-11-07;;A;${tomorrow};9:30`), 'latin1').toString('base64');
    expect((await send({ base64 })).body).toMatchObject({ rows: [{ name: 'Íñigo Peña' }] });
  });
});

describe('taking a table over', () => {
  it('books its good rows in one go, each person once, and nobody a second time', async () => {
    const text = table(
      `Ana Ruiz;1967-11-07;;Consultation;${tomorrow};9:30`,
      `"Ruiz, Ana";1967-11-07;;Laboratory;${tomorrow};10:30`,
      `Bea Gil;1982-03-23;;Dentist;${tomorrow};9:45`,
    );
    const request = { commandId: aCommandId(), text, commit: true };
    const taken = await send(request);
    expect(taken.body).toMatchObject({ good: 2, added: 2 });
    expect((await send(request)).body).toEqual(taken.body);
    const again = await look(text);
    expect(again.good).toBe(0);
    expect(again.rows.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      ['booked-already'],
      ['booked-already'],
      ['service-unknown'],
    ]);
    expect((await look(table(`Ana Ruiz;1967-11-07;;Consultation;${tomorrow};12:00`))).rows[0]?.patientId).toBeDefined();
    const log = await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor });
    const types = (log.body['rows'] as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'v1.PatientRegistered')).toHaveLength(1);
    expect(types.filter((type) => type === 'v1.AppointmentAdded')).toHaveLength(2);
  });

  it('may say how a visit takes place, and books it so', async () => {
    const heads = 'Name;Service;Date;Time;Mode';
    const people = [`Rosa Vega;Consultation;${tomorrow};8:10;Video`, `Luis Vega;Consultation;${tomorrow};8:20;`];
    const unknown = `Eva Vega;Consultation;${tomorrow};8:30;perhaps`;
    const seen = await look([heads, ...people, unknown].join('\n'));
    expect(seen.rows.map(({ faults }) => faults)).toEqual([
      [],
      [],
      [{ field: 'mode', code: 'mode-unknown', text: 'perhaps' }],
    ]);
    expect((await send({ text: [heads, ...people].join('\n'), commit: true })).body).toMatchObject({ added: 2 });
    const log = (await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor })).body;
    const rows = log['rows'] as { readonly type: string; readonly body: string }[];
    const added = rows.filter(({ type }) => type === 'v1.AppointmentAdded').slice(-2);
    expect(added.map(({ body }) => (JSON.parse(body) as { mode?: string }).mode)).toEqual(['video', undefined]);
  });

  it('may say whom a visit is with, and books it with them; whom nobody knows is said', async () => {
    const heads = 'Name;Service;Date;Time;Doctor';
    const admitted = { name: 'Dr Iris Soto', roles: ['nurse' as const], pin: '739124', untilBusinessDay: tomorrow };
    const id = (await edge.result(tokens.supervisor, 'admit-temporary-staff', admitted))['staffId'];
    const withHer = `Rosa Vega;Consultation;${tomorrow};11:10;"SOTO, Iris"`;
    const unknown = `Eva Vega;Consultation;${tomorrow};11:20;Nobody Here`;
    const { rows } = await look([heads, withHer, unknown].join('\n'));
    expect(rows.map(({ practitioner }) => practitioner)).toEqual([{ id, name: admitted.name }, undefined]);
    expect(rows[1]?.faults).toEqual([{ field: 'practitioner', code: 'practitioner-unknown', text: 'Nobody Here' }]);
    expect((await send({ text: [heads, withHer].join('\n'), commit: true })).body).toMatchObject({ added: 1 });
    const log = (await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor })).body;
    const added = (log['rows'] as { readonly type: string; readonly body: string }[]).filter(
      ({ type }) => type === 'v1.AppointmentAdded',
    );
    expect(JSON.parse(added.at(-1)?.body ?? '')).toMatchObject({ practitionerId: id });
  });

  it('takes nothing over while something is asked', async () => {
    const text = table(`Eva Gil;07/11/1967;;Consultation;${tomorrow};9:30`);
    expect((await send({ text, commit: true })).body).not.toHaveProperty('added');
  });

  it('reads five thousand rows, and refuses one more', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `Given${index} Family${index};1950-01-01;;A;${tomorrow};${8 + (index % 12)}:${10 + (index % 50)}`,
    );
    const text = table(...rows);
    expect((await send({ text })).body).toMatchObject({ good: 5_000 });
    expect((await send({ text: table(...rows, rows[0]!) })).body).toMatchObject({
      refusal: { code: 'too-many-rows', most: 5_000 },
    });
  });

  it('refuses a million rows without reading them, and what is no table', async () => {
    const text = 'Name;Time\n'.repeat(1_000_000);
    expect(text.length).toBeGreaterThan(mostImportBytes);
    expect((await send({ text })).status).toBe(413);
    expect((await send({ base64: 'UEsDBBQABgAIAAAA' })).body).toMatchObject({ refusal: { code: 'table-unreadable' } });
    expect((await send({})).body).toMatchObject({ refusal: { code: 'table-unreadable' } });
  });

  it('is for reception and administrators', async () => {
    const text = table(`Ana Ruiz;1967-11-07;;A;${tomorrow};9:30`);
    expect((await send({ text }, tokens.nurse)).status).toBe(403);
    expect((await send({ text }, tokens.admin)).status).toBe(200);
  });
});

describe('an appointment typed at the desk', () => {
  it('stands in reception’s list at once, and off it when it is called off', async () => {
    const socket = io(`${edge.running.url}/staff`, {
      auth: { token: tokens.reception },
      transports: ['websocket'],
      reconnection: false,
    });
    const { view } = await new Promise<Snapshot<StaffView>>((resolve) => socket.once('snapshot', resolve));
    expect(view).toMatchObject({ booking: 'here', appointments: {} });
    const changed = () => new Promise<Patch>((resolve) => socket.once('patch', resolve));
    const at = localMoment(today, '23:45', zone);
    const [added, { changes }] = await Promise.all([
      edge.result(tokens.reception, 'add-appointment', {
        patient: { birthDate: '1990-05-05' },
        serviceId: consultation,
        at,
      }),
      changed(),
    ]);
    const appointmentId = added['appointmentId'] as string;
    expect(changes).toMatchObject({ appointments: { [appointmentId]: { serviceId: consultation, at } } });
    const [, off] = await Promise.all([
      edge.result(tokens.reception, 'cancel-appointment', { appointmentId }),
      changed(),
    ]);
    expect(off.changes).toMatchObject({ appointments: { [appointmentId]: null } });
    socket.disconnect();
  });
});
