import { describe, expect, it } from 'vitest';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { PersonFound } from '../ports/patient-search.ts';
import type { BoxChanges } from '../ports/writer.ts';
import { silentLog } from '../ports/log.ts';
import { nurseAna } from '../testing/a-clinic.ts';
import { aState, stateAt } from '../testing/a-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { PeopleAtTheDesk, toldApart } from './people-at-the-desk.ts';

const aPerson = (id: string, details: PatientDetails): PersonFound => ({ id, details, erased: false, earlierIds: [] });
const born = { birthDate: '1999-02-28' };
const duarte = { name: { given: 'Ana', family: 'Duarte' } };
const passport = (value: string) => ({ identifiers: [{ kind: 'passport' as const, value }] });

describe('people found', () => {
  it('stand in the order of their names, namesakes by their birth dates', () => {
    const found = toldApart([
      aPerson('3', { name: { given: 'Zoë', family: 'Alves' } }),
      aPerson('2', { ...duarte, birthDate: '1999-03-01' }),
      aPerson('1', { ...duarte, ...born }),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['3', '1', '2']);
  });

  it('are told apart by the end of a document’s number where name and birth date are the same', () => {
    const found = toldApart([
      aPerson('1', { ...duarte, ...born, ...passport('AB123456') }),
      aPerson('2', { name: { given: 'ANA', family: 'Duarté' }, ...born, ...passport('CD987654') }),
      aPerson('3', { ...duarte, birthDate: '1980-01-01', ...passport('EF555555') }),
    ]);
    const ends = Object.fromEntries(found.map(({ id, identifier }) => [id, identifier]));
    expect(ends).toEqual({
      1: { kind: 'passport', end: '456' },
      2: { kind: 'passport', end: '654' },
      3: undefined,
    });
    expect(JSON.stringify(found)).not.toContain('AB123456');
  });
});

describe('the access log', () => {
  function aDesk(people: readonly PersonFound[], changes: Partial<ClinicState> = {}) {
    const lines: string[] = [];
    const mirror: { state: ClinicState } = { state: aState({ changes }) };
    const broken = { isBroken: false };
    const desk = new PeopleAtTheDesk({
      mirror,
      log: silentLog,
      search: { find: () => ({ people, more: false }) },
      readModel: { patient: (id) => people.find((person) => person.id === id) },
      writer: {
        changeBox: async (_kind, change) => {
          if (broken.isBroken) throw new Error('the disk is full');
          const { actor, patientId, purpose } = change as BoxChanges['record-viewed'];
          lines.push(`${actor} ${patientId} ${purpose}`);
        },
      },
    });
    return { desk, lines, mirror, broken };
  }
  const ana = aPerson('ana', { ...duarte, ...born });

  it('has a line a day for each person that a member of staff found', () => {
    const { desk, lines, mirror } = aDesk([ana]);
    desk.find('eva', 'ana');
    desk.find('eva', 'ana d');
    desk.find('ivo', 'ana');
    expect(lines).toEqual(['staff:eva ana find', 'staff:ivo ana find']);
    mirror.state = { ...mirror.state, businessDay: '2026-11-25' };
    desk.find('eva', 'ana');
    expect(lines).toHaveLength(3);
  });

  it('has the line after all where it could not be written at first', async () => {
    const { desk, lines, broken } = aDesk([ana]);
    broken.isBroken = true;
    desk.find('eva', 'ana');
    await Promise.resolve();
    broken.isBroken = false;
    desk.find('eva', 'ana');
    expect(lines).toEqual(['staff:eva ana find']);
  });

  it('reads every document and card, so that a new card takes nothing away', () => {
    const { desk } = aDesk([aPerson('ana', { ...duarte, ...born, ...passport('X1234567') })]);
    expect(desk.record(nurseAna, 'ana')).toMatchObject(passport('X1234567'));
  });

  it('tells reading somebody to correct them from finding them, and says nothing of who is not there', () => {
    const { desk, lines } = aDesk([ana, { ...aPerson('gone', {}), erased: true }]);
    expect(desk.record(nurseAna, 'ana')).toEqual({ id: 'ana', ...duarte, ...born });
    expect([desk.record(nurseAna, 'gone'), desk.record(nurseAna, 'nobody')]).toEqual([undefined, undefined]);
    expect(lines).toEqual([`staff:${nurseAna} ana correct`]);
  });

  it('has every person of a printed list, each time that it is printed', () => {
    const appointment = { patientId: 'ana', serviceId: 's', at: stateAt, status: 'booked', ticketId: null } as const;
    const { desk, lines } = aDesk([ana], {
      appointments: [
        { id: '1', ...appointment },
        { id: '2', ...appointment },
        { id: '3', ...appointment, patientId: 'ivo', status: 'cancelled' },
      ] as ClinicState['appointments'],
    });
    desk.listPrinted('eva');
    desk.listPrinted('eva');
    expect(lines).toEqual(['staff:eva ana list-printed', 'staff:eva ana list-printed']);
  });
});
