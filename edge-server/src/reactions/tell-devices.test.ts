import { expect, it } from 'vitest';
import type { ScreenOrder } from '@foyer/contracts/device-orders.ts';
import type { JobId } from '@foyer/contracts/ids.ts';
import type { LogFacts } from '../ports/log.ts';
import type { PrintJob } from '../ports/ticket-printer.ts';
import type { Committed } from '../ports/writer.ts';
import { kioskOne } from '../testing/a-clinic.ts';
import { aState } from '../testing/a-state.ts';
import { TellDevices } from './tell-devices.ts';

async function afterOrder(deviceId: string, order: string) {
  const told: (readonly [string, ScreenOrder])[] = [];
  const printed: (readonly [string, PrintJob])[] = [];
  const tried: string[] = [];
  const logged: LogFacts[] = [];
  let commit = (_committed: Committed): void => undefined;
  const written = new Promise<void>((resolve) => {
    const log = {
      info: (_event: string, facts: LogFacts = {}) => {
        logged.push(facts);
        resolve();
      },
      warn: () => undefined,
      error: () => undefined,
    };
    void new TellDevices({
      writer: { onCommitted: (listener) => (commit = listener) },
      state: () => aState(),
      screens: { order: (id, said) => told.push([id, said]) > 0 && id === kioskOne },
      printers: {
        async printOn(id, job) {
          printed.push([id, job]);
          return { outcome: 'printed' };
        },
      },
      scanners: { tryOut: async (id) => tried.push(id) > 0 && id === 'scanner-1' },
      ids: { newId: () => 'job' as JobId },
      log,
      now: () => 0,
    }).start();
  });
  commit({ rows: [{ type: 'v1.DeviceOrdered', body: { deviceId, order } }] } as unknown as Committed);
  await written;
  return { told, printed, tried, logged };
}

it('tells a screen by its name, and says in the log whether it was there', async () => {
  const { told, logged } = await afterOrder(kioskOne, 'identify');
  expect(told).toEqual([[kioskOne, { order: 'identify', name: 'Kiosk 1' }]]);
  expect(logged).toEqual([{ deviceId: kioskOne, order: 'identify', outcome: 'told' }]);
  expect((await afterOrder('another', 'restart')).logged).toMatchObject([{ outcome: 'not-connected' }]);
});

it('prints on exactly the printer that is meant, and nothing that anybody could wait with', async () => {
  const { printed, told } = await afterOrder('desk', 'test-page');
  expect(told).toEqual([]);
  expect(printed).toMatchObject([['desk', { kind: 'ticket', document: { number: 'TEST' } }]]);
  expect(printed[0]?.[1]).not.toHaveProperty('document.qr');
});

it('tries out the scanner that is meant, and says in the log where there is none', async () => {
  const { tried, told, logged } = await afterOrder('scanner-1', 'test-scan');
  expect([tried, told]).toEqual([['scanner-1'], []]);
  expect(logged).toMatchObject([{ outcome: 'told' }]);
  expect((await afterOrder('scanner-9', 'test-scan')).logged).toMatchObject([{ outcome: 'not-connected' }]);
});
