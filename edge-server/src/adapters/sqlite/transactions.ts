import { FailureKind, type Transactions } from '../../ports/transactions.ts';
import { isDiskFull, isStorageFailure, type Connection } from './connection.ts';

export function createTransactions(db: Connection): Transactions {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const savepoint = db.prepare('SAVEPOINT command');
  const release = db.prepare('RELEASE command');
  const toSavepoint = db.prepare('ROLLBACK TO command');
  return {
    begin() {
      begin.run();
    },
    commit() {
      commit.run();
    },
    rollback() {
      if (db.isTransaction) db.exec('ROLLBACK');
    },
    savepoint() {
      savepoint.run();
    },
    release() {
      release.run();
    },
    rollbackToSavepoint() {
      toSavepoint.run();
      release.run();
    },
    kindOf(error) {
      if (isDiskFull(error)) return FailureKind.diskFull;
      return isStorageFailure(error) ? FailureKind.storage : FailureKind.command;
    },
  };
}
