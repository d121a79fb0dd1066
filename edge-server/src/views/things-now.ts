// What enrolled things should have and show now, worked out again only when something of theirs changed.

import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import { thingRoles } from '@foyer/contracts/roles.ts';
import type { StoredDevice } from '../ports/read-model.ts';
import type { CallRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { signCall } from './sign-face.ts';
import { desiredOf } from './thing-health.ts';

type Enrolled = Pick<StoredDevice, 'id' | 'role' | 'servicePointId' | 'revoked'>;

export function desiredSettingsOf(
  devices: readonly Enrolled[],
  setUps: ClinicState['thingSetUps'],
): ReadonlyMap<string, DeviceSettings> {
  return new Map(
    devices.flatMap(({ id, role, revoked }) => {
      const kind = thingRoles.find((thing) => thing === role);
      return kind === undefined || revoked ? [] : [[id, desiredOf(kind, setUps.get(id))] as const];
    }),
  );
}

export function signsNow(
  devices: readonly Enrolled[],
  state: Pick<ClinicState, 'queue' | 'thingSetUps'>,
): readonly { readonly deviceId: string; readonly call: CallRecord | undefined }[] {
  return devices
    .filter(({ role, revoked }) => role === 'sign' && !revoked)
    .map(({ id, servicePointId }) => ({
      deviceId: id,
      call: signCall(state, servicePointId, state.thingSetUps.get(id)),
    }));
}
