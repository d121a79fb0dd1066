import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportedDevice } from '@foyer/contracts/device-report.ts';
import { startTestCentre, type TestCentre } from '../../testing/test-centre.ts';
import { readClinicDevices, takeDeviceReport } from './use-cases.ts';

let centre: TestCentre;
beforeAll(async () => {
  centre = await startTestCentre();
});
afterAll(() => centre.stop());

const kiosk: ReportedDevice = { id: 'k', kind: 'kiosk', name: 'Kiosk 1', connected: true, problems: [] };

describe('the devices of a clinic', () => {
  it('are as its edge said last, and nobody else’s to see', async () => {
    const [edge, other] = [await centre.addEdge(), await centre.addEdge()];
    const member = { networkId: centre.networkId, clinicId: null };
    const read = (clinicId: string) => readClinicDevices(centre.context, member, clinicId);
    expect(await read(edge.clinicId)).toMatchObject({ heardAt: null, devices: [] });
    const silent = { ...kiosk, connected: false, problems: ['not-heard'] };
    for (const devices of [[kiosk], [silent]])
      await takeDeviceReport(centre.context, edge.clinicId, { at: 1, devices });
    expect(await read(edge.clinicId)).toMatchObject({ heardAt: expect.any(Number) as number, devices: [silent] });
    expect(await read(other.clinicId)).toMatchObject({ heardAt: null, devices: [] });
    const ofOther = { networkId: centre.networkId, clinicId: other.clinicId };
    expect(await readClinicDevices(centre.context, ofOther, edge.clinicId)).toBeUndefined();
  });
});
