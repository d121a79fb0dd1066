import { centreRoles } from '@foyer/contracts/centre-api.ts';
import { DeviceReport } from '@foyer/contracts/device-report.ts';
import { Uuid, strictObject } from '@foyer/contracts/schema.ts';
import { answer, clinicOf, notFound, userOf, type Route } from '../route.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { readClinicDevices, takeDeviceReport } from './use-cases.ts';

/** A thousand devices with long names. */
const bodyLimitBytes = 1024 * 1024;

export function deviceRoutes(context: UseCaseContext): readonly Route[] {
  return [
    {
      method: 'PUT',
      path: '/sync/v1/device-health',
      access: 'edge',
      summary: 'How the devices of the clinic are now',
      body: DeviceReport,
      bodyLimitBytes,
      perMinute: 60,
      async handle({ caller, body }) {
        await takeDeviceReport(context, clinicOf(caller), body as DeviceReport);
        return answer({ ok: true });
      },
    },
    {
      method: 'GET',
      path: '/api/v1/clinics/:clinicId/devices',
      access: centreRoles,
      summary: 'How the devices of the clinic were when its edge last said so',
      params: strictObject({ clinicId: Uuid }),
      compressed: true,
      async handle({ caller, params }) {
        const devices = await readClinicDevices(context, userOf(caller), params['clinicId'] ?? '');
        return devices === undefined ? notFound() : answer(devices);
      },
    },
  ];
}
