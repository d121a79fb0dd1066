import type { Heartbeat } from '../../ports/heartbeat.ts';
import type { Connection } from './connection.ts';

export function createHeartbeat(db: Connection): Heartbeat {
  const read = db.prepare('SELECT at, seq FROM heartbeat');
  const put = db.prepare(`
    INSERT INTO heartbeat (id, at, seq) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET at = excluded.at, seq = excluded.seq`);
  return {
    last() {
      const row = read.get();
      return row === undefined ? undefined : { at: row['at'] as number, seq: row['seq'] as number };
    },
    beat({ at, seq }) {
      put.run(at, seq);
    },
  };
}
