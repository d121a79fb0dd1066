// Settings that were changed at the clinic, by their names.

import { liveSettingNames } from '@foyer/contracts/live-settings.ts';
import type { Projections } from '../../ports/projections.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Connection } from './connection.ts';

export function createSettings(db: Connection): Pick<Projections, 'putSetting'> {
  const put = db.prepare(`
    INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const forget = db.prepare('DELETE FROM settings WHERE name = ?');
  return {
    putSetting(name, value) {
      if (value === null) forget.run(name);
      else put.run(name, value);
    },
  };
}

/** One that this version no longer knows is passed over. */
export function readSettings(db: Connection): Pick<ReadModel, 'settings'> {
  const all = db.prepare('SELECT name, value FROM settings');
  return {
    settings: () =>
      Object.fromEntries(
        all
          .all()
          .map((row) => [row['name'] as string, row['value'] as string] as const)
          .filter(([name]) => (liveSettingNames as readonly string[]).includes(name)),
      ),
  };
}
