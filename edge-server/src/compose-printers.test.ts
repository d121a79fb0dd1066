import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { aTicketDocument } from './adapters/printer/sample-documents.ts';
import { composeSpool, printersNow } from './compose-printers.ts';
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
  const spool = await composeSpool({ printer }, { kioskName, log });
  const document = { ...aTicketDocument(), place: undefined };
  const job = { jobId: 'job-1', notAfter: Date.now() + 60_000, kind: 'ticket', document } as unknown as PrintJob;
  expect(await spool.print(job)).toEqual({ outcome: 'failed', code: 'printer-off' });
  expect(said).toEqual([{ event: 'document-not-printable', jobId: 'job-1' }]);
  await spool.stop();
  server.close();
});

it('has no printer where none is named, and every one that the file names', async () => {
  const none = await composeSpool({ printer: null }, { kioskName, log: silentLog });
  expect(printersNow(none)).toMatchObject({ printer: 'none', printers: [] });
  const printers = [
    { id: 'door', name: 'Door', address: 'tcp://127.0.0.1:1', backup: 'desk' },
    { id: 'desk', name: 'Desk', address: 'cups:desk' },
  ];
  const two = await composeSpool({ printer: null, printers: { printers } }, { kioskName, log: silentLog });
  expect(printersNow(two)).toMatchObject({
    printer: 'unavailable',
    printers: [
      { id: 'door', name: 'Door', state: 'unknown' },
      { id: 'desk', name: 'Desk', state: 'unknown' },
    ],
  });
});
