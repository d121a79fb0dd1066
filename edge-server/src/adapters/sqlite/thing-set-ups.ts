// What each button, sign and gateway does, by the id of its device.

import type { ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import type { Projections } from '../../ports/projections.ts';
import type { ReadModel } from '../../ports/read-model.ts';
import type { Connection } from './connection.ts';

export const PUT_THING_SET_UP = `
  INSERT INTO thing_set_ups (device_id, set_up) VALUES (?, ?)
  ON CONFLICT (device_id) DO UPDATE SET set_up = excluded.set_up`;
const ALL = 'SELECT device_id, set_up FROM thing_set_ups ORDER BY device_id';
export const FIND_DEVICE = 'SELECT role, service_point_id FROM devices WHERE id = ? AND revoked = 0';

type ThingSetUps = ReadModel['thingSetUps'];

export function createThingSetUps(db: Connection): Pick<Projections, 'putThingSetUp' | 'thingSetUps'> {
  const put = db.prepare(PUT_THING_SET_UP);
  return {
    putThingSetUp(deviceId, setUp) {
      put.run(deviceId, JSON.stringify(setUp));
    },
    ...readThingSetUps(db),
  };
}

export function readThingSetUps(db: Connection): { readonly thingSetUps: ThingSetUps } {
  const all = db.prepare(ALL);
  return {
    thingSetUps: () =>
      new Map(
        all
          .all()
          .map((row) => [row['device_id'] as string, JSON.parse(row['set_up'] as string) as ThingSetUp] as const),
      ),
  };
}
