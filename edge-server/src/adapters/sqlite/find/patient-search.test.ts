import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { anId, EngineUnderTest } from '../../../writer/testing/a-writer.ts';
import { anyStep, RandomDay } from '../../../writer/testing/random-day.ts';
import { openForReading, openInMemory, type Connection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { createReferenceTables } from '../reference-tables.ts';
import { findWords } from './find-words.ts';
import { COUNT_BEGINNING, createPatientSearch, openPatientSearch } from './patient-search.ts';
import { createPeopleIndex, refreshPeopleIndex } from './people-index.ts';
import { typedSearch } from './typed-search.ts';

const ana = { name: { given: 'Ana', family: 'Duarte' }, birthDate: '1999-02-28', phone: '600 111 222' };

class Feed {
  readonly #clinic: EngineUnderTest;
  #number = 0;
  constructor(clinic: EngineUnderTest) {
    this.#clinic = clinic;
  }
  send(item: Omit<FeedItem, 'number'>): void {
    this.#number += 1;
    const items = [{ ...item, number: this.#number } as FeedItem];
    const page = { version: 1 as const, serverTime: this.#clinic.clock.wall(), items, next: this.#number };
    this.#clinic.perform({ kind: 'feed', page });
  }
  patient(id: string, details: PatientDetails): void {
    this.send({ kind: 'patient', id, body: { id, details } });
  }
}

function found({ settings }: EngineUnderTest, typed: string): readonly string[] {
  const search = openPatientSearch(settings.databasePath);
  try {
    return search.find(typed, 20).people.map(({ id }) => id);
  } finally {
    search.close();
  }
}

describe('finding people', () => {
  it('knows who was registered here from that commit on, and under a new name from the next', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = clinic.result('register-patient', { patient: ana })['patientId'] as string;
    expect([found(clinic, 'duarte a'), found(clinic, '28.2.1999'), found(clinic, '1222')]).toEqual([[id], [id], [id]]);
    clinic.result('update-patient', { patientId: id, patient: { name: { given: 'Ana', family: 'Lopes' } } });
    expect([found(clinic, 'duarte'), found(clinic, 'lopes'), found(clinic, '1222')]).toEqual([[], [id], [id]]);
  });

  it('knows whom the centre sent, as it sent them last, until it takes them back', () => {
    const clinic = new EngineUnderTest().initialise();
    const feed = new Feed(clinic);
    const id = anId();
    feed.patient(id, ana);
    expect(found(clinic, 'ana')).toEqual([id]);
    feed.patient(id, { ...ana, name: { given: 'Ana', family: 'Lopes' } });
    expect([found(clinic, 'duarte'), found(clinic, 'lopes')]).toEqual([[], [id]]);
    feed.send({ kind: 'patient', id, body: null });
    expect(found(clinic, 'ana')).toEqual([]);
  });

  it('shows a person whom the centre has linked once, with the id from before', () => {
    const clinic = new EngineUnderTest().initialise();
    const feed = new Feed(clinic);
    const central = anId();
    const here = clinic.result('register-patient', { patient: ana })['patientId'] as string;
    feed.send({ kind: 'patient-linked', id: here, body: { patientId: here, centralPatientId: central } });
    expect(found(clinic, 'ana')).toEqual([here]);
    feed.patient(central, ana);
    const search = openPatientSearch(clinic.settings.databasePath);
    expect(search.find('ana', 20).people).toEqual([{ id: central, details: ana, erased: false, earlierIds: [here] }]);
    search.close();
  });

  it('never shows who was erased, whoever sends them again', () => {
    const clinic = new EngineUnderTest().initialise();
    const feed = new Feed(clinic);
    const id = anId();
    feed.patient(id, ana);
    clinic.result('erase-patient', { patientId: id, reason: 'asked' });
    feed.patient(id, ana);
    expect([found(clinic, 'ana'), found(clinic, '28.2.1999'), found(clinic, '1222')]).toEqual([[], [], []]);
  });

  it('is what it would be if it were made anew, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 50 }), (steps) => {
        const day = new RandomDay();
        for (const step of steps) day.play(step);
        const { db } = day.engine;
        const kept = indexOf(db);
        db.exec('UPDATE people_words_version SET version = 0');
        refreshPeopleIndex(db);
        expect(kept).toEqual(indexOf(db));
        day.engine.close();
      }),
      { numRuns: 15 },
    );
  });

  it('is made anew by a release that makes words by other rules', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = clinic.result('register-patient', { patient: ana })['patientId'] as string;
    clinic.db.exec('UPDATE people_words_version SET version = 0; DELETE FROM people_words; DELETE FROM people');
    expect(found(clinic, 'ana')).toEqual([]);
    clinic.reopen();
    expect(found(clinic, 'ana')).toEqual([id]);
  });
});

/** Without the numbers, which tell the order in which people came. */
function indexOf(db: Connection): unknown {
  return {
    people: db.prepare('SELECT patient_id, words FROM people ORDER BY patient_id').all(),
    words: db
      .prepare('SELECT word, patient_id FROM people_words JOIN people USING (number) ORDER BY word, patient_id')
      .all(),
  };
}

describe('the search', () => {
  const db = openInMemory();
  migrate(db);
  const tables = createReferenceTables(db);
  const search = createPatientSearch(db);
  const patient = fc.record({
    name: fc.record({
      given: fc.constantFrom('Ana', 'Anabel', 'Ana María', '美玲', 'عبد الله'),
      family: fc.constantFrom('Duarte', 'Durán', 'Díaz-Duarte', '陈', 'الهاشمي'),
    }),
    birthDate: fc.constantFrom('1980-02-01', '1980-01-02', '2001-12-31'),
    phone: fc.constantFrom('600 111 222', '600 222 111'),
  });
  const typed = fc
    .array(fc.constantFrom('a', 'ana', 'anab', 'mar', 'd', 'dur', 'duarte', '美', '陈', 'عبد', '1/2/1980', '1222'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(' '));

  it('always finds those whose words begin as typed, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(patient, { maxLength: 12 }), typed, (patients, text) => {
        db.exec('DELETE FROM reference_patients; DELETE FROM people_words; DELETE FROM people');
        const known = patients.map((details) => ({ id: anId(), details }));
        for (const body of known) tables.apply({ number: 1, kind: 'patient', id: body.id, body });
        const fits = ({ details }: (typeof known)[number]): boolean =>
          typedSearch(text).some((terms) =>
            terms.every((term) =>
              term.some((beginning) => findWords(details).some((word) => word.startsWith(beginning))),
            ),
          );
        const { people, more } = search.find(text, 20);
        expect(people.map(({ id }) => id).toSorted()).toEqual(
          known
            .filter(fits)
            .map(({ id }) => id)
            .toSorted(),
        );
        expect(more).toBe(false);
      }),
    );
  });

  it('says that there are more than it was asked for', () => {
    db.exec('DELETE FROM reference_patients; DELETE FROM people_words; DELETE FROM people');
    for (const id of [anId(), anId(), anId()])
      tables.apply({ number: 1, kind: 'patient', id, body: { id, details: ana } });
    expect([2, 3].map((atMost) => search.find('ana', atMost))).toMatchObject([
      { people: [{ details: ana }, { details: ana }], more: true },
      { people: { length: 3 }, more: false },
    ]);
  });

  it('counts a beginning along the index alone', () => {
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${COUNT_BEGINNING}`)
      .all()
      .map(({ detail }) => detail);
    expect(plan).toContain('SEARCH people_words USING PRIMARY KEY (word>? AND word<?)');
  });

  it('reads alone', () => {
    const clinic = new EngineUnderTest().initialise();
    const reader = openForReading(clinic.settings.databasePath);
    expect(createPatientSearch(reader).find('ana', 20)).toEqual({ people: [], more: false });
    expect(() => createPeopleIndex(reader).patientChanged(anId())).not.toThrow();
    reader.close();
  });
});
