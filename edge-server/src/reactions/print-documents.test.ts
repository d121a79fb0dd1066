import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { expect, it, vi } from 'vitest';
import { silentLog } from '../ports/log.ts';
import type { Paper, PrintJob, TicketDocument } from '../ports/ticket-printer.ts';
import type { Committed } from '../ports/writer.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { PrintDocuments, type PrintDocumentsParts } from './print-documents.ts';

/** What is printed of a ticket that a kiosk gave, where that much is told of its wait. */
async function printed(told: WaitView | undefined, prepared: Paper[] = []): Promise<PrintJob> {
  const jobs: PrintJob[] = [];
  let committed: (commit: Committed) => void = () => undefined;
  const spool: PrintDocumentsParts['spool'] = {
    print: async (job) => {
      jobs.push(job);
      return { outcome: 'printed' };
    },
    prepare: (paper) => prepared.push(paper),
    hasPrinter: true,
  };
  const documents = new PrintDocuments({
    writer: { onCommitted: (listener) => (committed = listener) },
    spool,
    state: () => aState({ tickets: [aTicket('1')] }),
    readModel: { patient: () => undefined },
    logos: { picture: async () => undefined },
    screens: { printed: () => undefined },
    waits: { first: async (ticketId) => (ticketId === '1' ? told : undefined) },
    commands: { send: async () => undefined },
    ids: { newId: () => 'job' },
    log: silentLog,
  });
  await documents.start();
  const body = { ticketId: '1', source: 'kiosk' };
  const row = { epoch: 1, seq: 1, type: 'v1.TicketIssued', at: stateAt, actor: 'device:1', commandId: null, body };
  committed({ rows: [row] } as unknown as Committed);
  await vi.waitFor(() => expect(jobs).toHaveLength(1));
  return jobs[0]!;
}

it('a ticket says on paper what is told of its wait, and does without where nothing is', async () => {
  expect(await printed({ fromMinutes: 20, untilMinutes: 35 })).toMatchObject({
    kind: 'ticket',
    document: { wait: { words: '20 to 35 minutes' } },
  });
  expect(((await printed(undefined)) as { document: object }).document).not.toHaveProperty('wait');
});

it('a ticket is prepared while its wait is worked out, with all but that', async () => {
  const prepared: Paper[] = [];
  const job = await printed({ fromMinutes: 20, untilMinutes: 35 }, prepared);
  expect(prepared).toHaveLength(1);
  const { wait: _wait, ...known } = job.document as TicketDocument;
  expect(prepared[0]?.document).toEqual(known);
});
