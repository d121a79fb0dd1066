import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { describe, expect, it } from 'vitest';
import { factsOf, readImportFile } from './import-file.ts';
import { schemaFaults } from './schema-faults.ts';
import { aConfiguration } from './testing/test-centre.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function faultsIn(file: unknown): readonly string[] {
  const read = readImportFile(JSON.stringify(file));
  return read.ok ? [] : read.faults;
}

describe('the file of an import', () => {
  it('and that of a clinic are as the page about them shows', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/clinic-files.md'), 'utf8');
    const [clinic = '', facts = ''] = [...page.matchAll(/```json\n(.+?)```/gs)].map(([, text = '']) => text);
    expect(schemaFaults(ClinicConfiguration, JSON.parse(clinic))).toEqual([]);
    expect(readImportFile(facts)).toMatchObject({ ok: true });
  });

  it('is read in the clinic’s zone and currency', () => {
    const appointment = {
      id: id(1),
      patientId: id(2),
      serviceId: id(3),
      date: '2026-07-01',
      time: '10:40',
      minutes: 20,
    };
    const facts = factsOf(
      { appointments: [appointment], prices: [{ serviceId: id(3), amountMinor: 100 }] },
      aConfiguration(id(9)),
    );
    expect(facts.appointments.map(({ at }) => new Date(at).toISOString())).toEqual(['2026-07-01T08:40:00.000Z']);
    expect(facts.prices).toEqual([{ serviceId: id(3), amountMinor: 100, currency: 'EUR' }]);
  });

  it('has a line for every fault, with its place', () => {
    const member = { id: id(1), name: 'Ana', roles: ['nurse'], pin: '4711' };
    expect(
      faultsIn({
        staff: [member, { ...member, roles: ['surgeon'], pin: '12' }, { name: 'Bo', colour: 'red' }],
        appointments: [{ id: id(2), patientId: id(3), serviceId: 'x', date: '2026-02-30', time: '25:00', minutes: 0 }],
      }),
    ).toEqual([
      '/staff/1/roles/0: must be equal to one of the allowed values',
      String.raw`/staff/1/pin: must match pattern "^\d{4}$"`,
      '/staff/2/id: is missing',
      '/staff/2/roles: is missing',
      '/staff/2/colour: is no field',
      expect.stringMatching(/^\/appointments\/0\/serviceId: /),
      expect.stringMatching(/^\/appointments\/0\/date: /),
      expect.stringMatching(/^\/appointments\/0\/time: /),
      '/appointments/0/minutes: must be >= 1',
    ]);
  });

  it('is counted whole, however many entries are wrong', () => {
    const faults = faultsIn({ prices: Array.from({ length: 40 }, () => ({ serviceId: id(1), amountMinor: -1 })) });
    expect(faults).toHaveLength(40);
  });

  it.each([
    ['what is not JSON', '{', /^\/: is not JSON/],
    ['what is no object', '[]', /^\/: must be object/],
    ['a list that there is not', '{ "rooms": [] }', /^\/rooms: is no field/],
  ])('says so of %s', (_, text, line) => {
    const read = readImportFile(text);
    expect(read.ok ? [] : read.faults).toEqual([expect.stringMatching(line)]);
  });
});
