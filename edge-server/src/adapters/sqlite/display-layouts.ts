// What each display shows, by the id of its device.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { Projections } from '../../ports/projections.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Connection } from './connection.ts';

export const PUT_DISPLAY_LAYOUT = `
  INSERT INTO display_layouts (device_id, layout) VALUES (?, ?)
  ON CONFLICT (device_id) DO UPDATE SET layout = excluded.layout`;
export const IS_DISPLAY = `SELECT 1 FROM devices WHERE id = ? AND role = 'display' AND revoked = 0`;

export function createDisplayLayouts(db: Connection): Pick<Projections, 'putDisplayLayout'> {
  const put = db.prepare(PUT_DISPLAY_LAYOUT);
  return {
    putDisplayLayout(deviceId, layout) {
      put.run(deviceId, JSON.stringify(layout));
    },
  };
}

export function readDisplayLayouts(db: Connection): Pick<ReadModel, 'displayLayouts'> {
  const all = db.prepare('SELECT device_id, layout FROM display_layouts ORDER BY device_id');
  return {
    displayLayouts: () =>
      new Map(
        all
          .all()
          .map((row) => [row['device_id'] as string, JSON.parse(row['layout'] as string) as DisplayLayout] as const),
      ),
  };
}
