// The index that people are found by, kept level with `patients` and `reference_patients` by whoever writes those, in the
// same transaction: one entry for each person, under the centre's id once there is one.

import type { Connection } from '../connection.ts';
import { READ_PATIENT, toPatient } from '../patient-rows.ts';
import { findWords, wordsVersion } from './find-words.ts';

export const FIND_PERSON = 'SELECT number, words FROM people WHERE patient_id = ?';
export const ADD_PERSON = 'INSERT INTO people (patient_id, words) VALUES (?, ?) RETURNING number';
export const CHANGE_PERSON = 'UPDATE people SET words = ? WHERE number = ?';
export const FORGET_PERSON = 'DELETE FROM people WHERE number = ?';
export const ADD_WORD = 'INSERT INTO people_words (word, number) VALUES (?, ?)';
export const FORGET_WORD = 'DELETE FROM people_words WHERE word = ? AND number = ?';
export const IS_SENT = 'SELECT 1 FROM reference_patients WHERE id = ?';
export const IDS_LINKED_TO = 'SELECT id FROM patients WHERE central_patient_id = ?';

export interface PeopleIndex {
  /** After anything that is known of this patient has changed or is gone. */
  patientChanged(patientId: string): void;
}

export function createPeopleIndex(db: Connection): PeopleIndex {
  const readPatient = db.prepare(READ_PATIENT);
  const findPerson = db.prepare(FIND_PERSON);
  const addPerson = db.prepare(ADD_PERSON);
  const changePerson = db.prepare(CHANGE_PERSON);
  const forgetPerson = db.prepare(FORGET_PERSON);
  const addWord = db.prepare(ADD_WORD);
  const forgetWord = db.prepare(FORGET_WORD);
  const isSent = db.prepare(IS_SENT);
  const linkedTo = db.prepare(IDS_LINKED_TO);

  /** None for who is nobody, or is found under the centre's id. */
  const wordsOf = (patientId: string): readonly string[] => {
    const row = readPatient.get(patientId);
    if (row === undefined || row['erased'] === 1) return [];
    const central = row['central_patient_id'] as string | null;
    if (central !== null && central !== patientId && isSent.get(central) !== undefined) return [];
    return findWords(toPatient(row).details);
  };
  const index = (patientId: string): void => {
    const words = wordsOf(patientId);
    const known = findPerson.get(patientId);
    const before = known === undefined ? [] : wordsIn(known['words'] as string);
    const text = words.map((word) => ` ${word}`).join('');
    if (text === (known?.['words'] ?? '')) return;
    const number = (known ?? addPerson.get(patientId, text))?.['number'] as number;
    if (words.length === 0) forgetPerson.run(number);
    else if (known !== undefined) changePerson.run(text, number);
    const [old, now] = [new Set(before), new Set(words)];
    for (const word of old) if (!now.has(word)) forgetWord.run(word, number);
    for (const word of now) if (!old.has(word)) addWord.run(word, number);
  };
  return {
    patientChanged(patientId) {
      index(patientId);
      for (const { id } of linkedTo.all(patientId)) index(id as string);
    },
  };
}

function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Makes the index anew where it was made by other rules than these. */
export function refreshPeopleIndex(db: Connection): void {
  if (db.prepare('SELECT version FROM people_words_version').get()?.['version'] === wordsVersion) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('DELETE FROM people_words; DELETE FROM people');
    const index = createPeopleIndex(db);
    const ids = db.prepare('SELECT id FROM patients UNION SELECT id FROM reference_patients ORDER BY id').all();
    for (const { id } of ids) index.patientChanged(id as string);
    db.prepare('UPDATE people_words_version SET version = ?').run(wordsVersion);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
