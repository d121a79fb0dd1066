import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import type { PrintersSetUp } from '@foyer/contracts/printers-set-up.ts';
import { aTicketDocument } from './adapters/printer/sample-documents.ts';
import { composePrinters, printersNow, startedPrinters } from './compose-printers.ts';
import { silentLog } from './ports/log.ts';
import type { PrintJob } from './ports/ticket-printer.ts';

const kioskName = (): undefined => undefined;

it('says in the edge’s log which document could not be printed', async () => {
  const wellAndReady = 0x12;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).on('data', () => socket.write(Uint8Array.of(wellAndReady)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const said: unknown[] = [];
  const log = { ...silentLog, error: (event: string, facts?: object) => void said.push({ event, ...facts }) };
  const printer = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const setUp = (): PrintersSetUp => startedPrinters({ printer });
  const { spool } = await composePrinters({ setUp, kioskName, log });
  const document = { ...aTicketDocument(), place: undefined };
  const job = { jobId: 'job-1', notAfter: Date.now() + 60_000, kind: 'ticket', document } as unknown as PrintJob;
  expect(await spool.print(job)).toEqual({ outcome: 'failed', code: 'printer-off' });
  expect(said).toEqual([{ event: 'document-not-printable', jobId: 'job-1' }]);
  await spool.stop();
  server.close();
});

it('has no printer where none is named, and every one that the file names', async () => {
  expect(startedPrinters({ printer: null })).toEqual({ printers: [] });
  const printers = [aPrinter('door', { backup: 'desk' }), aPrinter('desk', { address: 'cups:desk' })];
  expect(startedPrinters({ printer: 'tcp://127.0.0.1:9', printers: { printers } })).toEqual({ printers });
  const none = await composePrinters({ setUp: () => ({ printers: [] }), kioskName, log: silentLog });
  expect(printersNow(none.spool)).toMatchObject({ printer: 'none', printers: [] });
  const two = await composePrinters({ setUp: () => ({ printers }), kioskName, log: silentLog });
  expect(printersNow(two.spool)).toMatchObject({
    printer: 'unavailable',
    printers: [
      { id: 'door', name: 'Door', state: 'unknown' },
      { id: 'desk', name: 'Desk', state: 'unknown' },
    ],
  });
});

it('takes over printers that are set up while it runs, and goes on with one that stays', async () => {
  let setUp: PrintersSetUp = { printers: [aPrinter('door')] };
  const printers = await composePrinters({ setUp: () => setUp, kioskName, log: silentLog });
  const { spool } = printers;
  await spool.start();
  await vi.waitFor(() => expect(printersNow(spool).printers).toMatchObject([{ id: 'door', state: 'printer-off' }]));
  const since = printersNow(spool).printers?.[0]?.since;
  setUp = {
    printers: [aPrinter('door', { name: 'Entrance' }), aPrinter('desk', { address: 'cups:desk' })],
    desk: 'desk',
  };
  await printers.setUpChanged();
  expect(printersNow(spool).printers).toMatchObject([
    { id: 'door', name: 'Entrance', state: 'printer-off', since },
    { id: 'desk', name: 'Desk' },
  ]);
  setUp = { printers: [] };
  await printers.setUpChanged();
  expect(spool.hasPrinter).toBe(false);
  expect(spool.healthAt(undefined)).toBe('no-printer');
  await spool.stop();
});

function aPrinter(id: string, changes: Partial<PrintersSetUp['printers'][number]> = {}) {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  return { id, name, address: 'tcp://127.0.0.1:1', ...changes };
}
