// What was learned of waits, and what was estimated of tickets until their day is graded.

import type { LearnedPart, LearnedWait, WaitPrediction, WaitReading, WaitRecords } from '../../ports/wait-records.ts';
import type { Connection } from './connection.ts';

export const FIND_LEARNED_WAIT = 'SELECT part, key, value FROM learned_waits WHERE part = ? AND key = ?';
export const PUT_LEARNED_WAIT = `
  INSERT INTO learned_waits (part, key, value) VALUES (?, ?, ?)
  ON CONFLICT (part, key) DO UPDATE SET value = excluded.value`;
/** As large as the clinic has services and staff. */
export const READ_LEARNED_WAITS = 'SELECT part, key, value FROM learned_waits ORDER BY part, key';
export const FIND_WAIT_PREDICTION = 'SELECT record FROM wait_predictions WHERE ticket_id = ?';
export const WAIT_PREDICTIONS_OF_DAY = 'SELECT record FROM wait_predictions WHERE business_day = ? ORDER BY ticket_id';
export const PUT_WAIT_PREDICTION = `
  INSERT INTO wait_predictions (ticket_id, business_day, called_at, record) VALUES (?, ?, ?, ?)
  ON CONFLICT (ticket_id) DO UPDATE SET called_at = excluded.called_at, record = excluded.record`;
export const FORGET_WAIT_PREDICTION = 'DELETE FROM wait_predictions WHERE ticket_id = ?';
export const FORGET_OPEN_WAIT_PREDICTIONS = 'DELETE FROM wait_predictions WHERE called_at IS NULL';
export const FORGET_WAIT_PREDICTIONS_OF_DAY = 'DELETE FROM wait_predictions WHERE business_day = ?';
export const UNGRADED_WAIT_DAYS =
  'SELECT DISTINCT business_day FROM wait_predictions WHERE business_day < ? ORDER BY business_day';

export function createWaitRecords(db: Connection): WaitRecords {
  const findLearned = db.prepare(FIND_LEARNED_WAIT);
  const putLearned = db.prepare(PUT_LEARNED_WAIT);
  const find = db.prepare(FIND_WAIT_PREDICTION);
  const ofDay = db.prepare(WAIT_PREDICTIONS_OF_DAY);
  const put = db.prepare(PUT_WAIT_PREDICTION);
  const forget = db.prepare(FORGET_WAIT_PREDICTION);
  const forgetOpen = db.prepare(FORGET_OPEN_WAIT_PREDICTIONS);
  const forgetDay = db.prepare(FORGET_WAIT_PREDICTIONS_OF_DAY);
  return {
    learnedWait(part, key) {
      const row = findLearned.get(part, key);
      return row === undefined ? undefined : toLearnedWait(row);
    },
    putLearnedWait: ({ part, key, value }) => void putLearned.run(part, key, value),
    waitPrediction(ticketId) {
      const row = find.get(ticketId);
      return row === undefined ? undefined : toPrediction(row);
    },
    waitPredictionsOf: (businessDay) => ofDay.all(businessDay).map(toPrediction),
    putWaitPrediction(prediction) {
      const { ticketId, businessDay, calledAt } = prediction;
      put.run(ticketId, businessDay, calledAt, JSON.stringify(prediction));
    },
    forgetWaitPrediction: (ticketId) => void forget.run(ticketId),
    forgetOpenWaitPredictions: () => void forgetOpen.run(),
    forgetWaitPredictionsOf: (businessDay) => void forgetDay.run(businessDay),
  };
}

export function readWaits(db: Connection): WaitReading {
  const learned = db.prepare(READ_LEARNED_WAITS);
  const days = db.prepare(UNGRADED_WAIT_DAYS);
  return {
    learnedWaits: () => learned.all().map(toLearnedWait),
    ungradedWaitDays: (before) => days.all(before).map((row) => row['business_day'] as string),
  };
}

function toLearnedWait(row: Record<string, unknown>): LearnedWait {
  return { part: row['part'] as LearnedPart, key: row['key'] as string, value: row['value'] as string };
}

function toPrediction(row: Record<string, unknown>): WaitPrediction {
  return JSON.parse(row['record'] as string) as WaitPrediction;
}
