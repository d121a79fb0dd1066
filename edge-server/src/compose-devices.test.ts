import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { aTicketDocument } from './adapters/printer/sample-documents.ts';
import { composePrinter } from './compose-devices.ts';
import { silentLog } from './ports/log.ts';
import type { PrintJob } from './ports/ticket-printer.ts';

it('says in the edge’s log which document could not be printed', async () => {
  const wellAndReady = 0x12;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy()).on('data', () => socket.write(Uint8Array.of(wellAndReady)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const said: unknown[] = [];
  const log = { ...silentLog, error: (event: string, facts?: object) => void said.push({ event, ...facts }) };
  const printer = await composePrinter(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, log);
  const document = { ...aTicketDocument(), place: undefined };
  const job = { jobId: 'job-1', notAfter: Date.now() + 60_000, kind: 'ticket', document } as unknown as PrintJob;
  expect(await printer.print(job)).toEqual({ outcome: 'failed', code: 'printer-off' });
  expect(said).toEqual([{ event: 'document-not-printable', jobId: 'job-1' }]);
  await printer.stop();
  server.close();
});
