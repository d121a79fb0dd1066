// A scanner whose trigger is jammed, and symbols that hold more than anything should: the clinic goes on.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestScan } from '@foyer/contracts/scan-format.ts';
import { sendFlood, sendScan } from '@foyer/demo/devices/virtual-scanner.ts';
import { FLOOD_SCANS } from '@foyer/edge-server/adapters/scanner/flood-gate.ts';
import { consultation, kioskOne } from '@foyer/edge-server/testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { Screen } from './kit/screen.ts';

const edge = new EdgeUnderTest({ scannerPort: 0 });
let kiosk: Screen<'/kiosk'>;
beforeAll(async () => {
  await edge.start();
  kiosk = new Screen(edge.running.url, '/kiosk', { token: tokens.kiosk });
  await kiosk.until(() => true);
});
afterAll(async () => {
  kiosk.close();
  await edge.end();
});

const at = () => ({ host: '127.0.0.1', port: edge.running.scannerPort ?? 0 });
const ofScanners = async () => {
  const { body } = await edge.call('GET', '/readyz', {});
  return (body['checks'] as { name: string }[]).find(({ name }) => name === 'scanners');
};

describe('a scanner', () => {
  it('that reads four kilobytes has read them, and no more', async () => {
    const text = '\x1d'.repeat(longestScan);
    expect(await sendScan(at(), { kioskDeviceId: kioskOne, format: 'qr', text })).toEqual({ ok: true });
    expect((await kiosk.until(({ scan }) => scan !== undefined)).scan?.text).toBe(text);
    expect(await sendScan(at(), { kioskDeviceId: kioskOne, format: 'qr', text: `${text}x` })).toMatchObject({
      error: { code: 'invalid-request' },
    });
  });

  it('that floods is not heard, is told of, and holds nobody up', async () => {
    const before = kiosk.heard.length;
    const flood = sendFlood(at(), { kioskDeviceId: kioskOne, format: 'code128', text: 'jammed' }, 2_000);
    const issued = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    expect(issued.ticket).toBeDefined();
    expect(await flood).toEqual({ ok: true });
    expect(await ofScanners()).toMatchObject({ ok: false, state: 'flooding' });
    const shown = kiosk.heard.slice(before).filter((message) => message.includes('jammed'));
    expect(shown.length).toBeLessThanOrEqual(FLOOD_SCANS);
  });
});
