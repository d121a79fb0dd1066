// A clinic that was set up at its edge with no centre, and the centre that takes it over later: nothing is typed twice,
// everybody keeps their PIN, and the schedule changes hands.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FirstRunAnswer, FirstRunRequest } from '@foyer/contracts/clinic-set-up.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';

import { writeAdoptionFiles } from '@foyer/edge-server/compose-adoption-files.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { EdgeUnderTest } from '@foyer/edge-server/testing/an-edge.ts';
import { createPms, type Pms } from '@foyer/pms-service/compose.ts';
import { readConfig } from '@foyer/pms-service/config/settings.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import { runVerb } from '@foyer/pms-service/verbs.ts';
import { WeakRole } from './bad-days/kit/weak-role.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-adoption-'));
const tokenFile = join(folder, 'edge.token');
const hall = { en: 'Hall' };
const request: FirstRunRequest = {
  requestId: aCommandId(),
  setUp: {
    clinic: { name: 'Harbour Street', code: 'HARBOUR', zone: 'Europe/Lisbon', currency: 'EUR', languages: ['en'] },
    openingHours: [],
    services: [
      {
        key: 'visit',
        name: { en: 'Consultation' },
        prefix: 'A',
        waitingArea: hall,
        walkIn: true,
        targetMinutes: 20,
        priceMinor: 4_500,
      },
    ],
    servicePoints: [{ name: { en: 'Room 1' }, serviceKeys: ['visit'] }],
    staff: [{ name: 'Wei-Ling Tan', roles: ['admin', 'reception'], pin: '274193' }],
  },
  tablet: { name: 'Tablet 1' },
};
let postgres: TestPostgres;
let environment: Record<string, string>;
let pms: Pms;
let centre: WeakRole;
let edge: EdgeUnderTest;
let made: FirstRunAnswer;
let serviceId = '';
let appointmentId = '';

beforeAll(async () => {
  postgres = await startTestPostgres();
  environment = {
    DATABASE_URL: postgres.urls.databaseUrl,
    FOYER_DATA_DIR: folder,
    FOYER_BIND: '127.0.0.1',
    FOYER_PMS_PORT: '0',
    FOYER_LOG_LEVEL: 'silent',
  };
  pms = createPms(readConfig(environment));
  await pms.start();
  centre = await new WeakRole(postgres.urls.databaseUrl).start();
  edge = await new EdgeUnderTest({ demonstration: null }).start();
});
afterAll(async () => {
  await edge?.end();
  await centre?.stop();
  await pms?.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.restoreAllMocks());

/** What the PMS's command line says. */
async function pmsVerb(...args: readonly string[]): Promise<string> {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  }
  const status = await runVerb(args, environment);
  vi.restoreAllMocks();
  expect([status, said.join('')]).toEqual([0, expect.anything()]);
  return said.join('').trim();
}

const file = (name: 'clinic' | 'facts') => join(folder, `${name}.json`);

function writeFiles(): ClinicConfiguration {
  expect(writeAdoptionFiles(dataFiles(edge.config.dataDir).database, folder).ok).toBe(true);
  return JSON.parse(readFileSync(file('clinic'), 'utf8')) as ClinicConfiguration;
}

const device = () => made.tablet?.token ?? '';
async function signIn(): Promise<string> {
  const body = { staffId: made.staff[0]?.id, pin: '274193' };
  const { body: opened } = await edge.call('POST', '/api/v1/sessions', { token: device(), body });
  return opened['token'] as string;
}

async function tiles(): Promise<StaffTiles> {
  return (await edge.call('GET', '/api/v1/staff-tiles', { token: device() })).body as unknown as StaffTiles;
}

async function book(staff: string) {
  return edge.command(
    staff,
    'add-appointment',
    {
      patient: { name: { given: 'Miriam', family: 'Okafor' }, birthDate: '1967-11-07' },
      serviceId,
      at: Date.now() + 60_000,
    },
    device(),
  );
}

describe('a clinic that was set up at its edge', () => {
  it('books for itself while there is no centre', async () => {
    const token = edge.running.firstRunCode ?? '';
    const { body } = await edge.call('POST', '/api/v1/first-run', { token, body: request });
    made = body as unknown as FirstRunAnswer;
    serviceId = writeFiles().services[0]?.id ?? '';
    const booked = await book(await signIn());
    expect(booked.status).toBe(200);
    appointmentId = (booked.body['result'] as { appointmentId: string }).appointmentId;
  });

  it('hands itself over in two files, which the centre takes as they are', async () => {
    writeFiles();
    const network = await pmsVerb('add-network', '--name', 'The North');
    expect(await pmsVerb('add-clinic', '--network', network, '--configuration', file('clinic'))).toBe(made.clinicId);
    expect(await pmsVerb('import', '--clinic', made.clinicId, '--file', file('facts'))).toBe(
      'staff 1, prices 1, patients 0, appointments 0',
    );
    await pmsVerb('add-edge', '--clinic', made.clinicId, '--out', tokenFile);
  });

  it('gives its bookings to the centre, which owns the schedule from then on', async () => {
    await edge.stop();
    edge = await new EdgeUnderTest({ ...edge.config, pms: { url: pms.url, tokenFile } }).start();
    const staff = await signIn();
    await vi.waitFor(async () => {
      expect((await book(staff)).body).toMatchObject({ refusal: { code: 'centre-owns-schedule' } });
    }, 20_000);
    const query = 'select appointment_id as id, status from appointments where appointment_id = $1';
    const held = () => centre.rows(made.clinicId, query, [appointmentId]);
    await vi.waitFor(async () => expect(await held()).toEqual([{ id: appointmentId, status: 'booked' }]), 20_000);
    expect((await edge.command(staff, 'check-in', { appointmentId }, device())).status).toBe(200);
    await vi.waitFor(async () => expect(await held()).toEqual([{ id: appointmentId, status: 'arrived' }]), 20_000);
  });

  it('asks the centre for bookings from then on, which come back as the clinic named them', async () => {
    const staff = await signIn();
    const at = Math.ceil((Date.now() + 3_600_000) / 60_000) * 60_000;
    const patient = { name: { given: 'Rosa', family: 'Prieto' } };
    const asked = await edge.command(staff, 'request-appointment', { patient, serviceId, at }, device());
    const { appointmentId: booked } = asked.body['result'] as { appointmentId: string };
    const query = `select status, extract(epoch from starts_at)::float8 * 1000 as at from appointments
      where appointment_id = $1`;
    const held = () => centre.rows(made.clinicId, query, [booked]);
    await vi.waitFor(async () => expect(await held()).toEqual([{ status: 'booked', at }]), 20_000);
    const move = () => edge.command(staff, 'request-move', { appointmentId: booked, at: at + 900_000 }, device());
    await vi.waitFor(async () => expect((await move()).status).toBe(200), 20_000);
    await vi.waitFor(async () => expect(await held()).toEqual([{ status: 'booked', at: at + 900_000 }]), 20_000);
  });

  it('keeps its people, their PINs and its prices', async () => {
    expect(await signIn()).toBeDefined();
    expect(await tiles()).toMatchObject({ pinLength: 6, staff: [{ name: 'Wei-Ling Tan' }] });
    const newcomer = { id: aCommandId(), name: 'Amira Haddad', roles: ['nurse'], pinAtClinic: true };
    writeFileSync(file('facts'), JSON.stringify({ staff: [newcomer] }));
    await pmsVerb('import', '--clinic', made.clinicId, '--file', file('facts'));
    await vi.waitFor(async () => {
      expect(await tiles()).toMatchObject({ pinLength: 6, staff: { length: 2 } });
    }, 20_000);
    const prices = await centre.rows(made.clinicId, 'select amount_minor::int as minor, currency from prices');
    expect(prices).toEqual([{ minor: 4_500, currency: 'EUR' }]);
  });
});
