/**
 * A number on paper: from the command, committed and answered, to the last byte of its ticket at a printer that takes it as
 * fast as a socket can; in the printer's own letters, and in a script that is drawn, whose glyphs were drawn before. What
 * the printer took itself is not counted. A full hall waits all the while, as long at the end as at the beginning: whose
 * ticket is on paper leaves again. The floor is the same bytes sent over the same kind of line by nobody in particular.
 */
import { connect } from 'node:net';
import { once } from 'node:events';
import type { TicketId } from '@foyer/contracts/ids.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import { makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { acceptedResult, createEdgeClient, type EdgeClient } from './kit/edge-client.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { PrinterStandIn } from './kit/printer-stand-in.ts';
import { createRandom } from './kit/random.ts';
import { interleave, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median } from './kit/statistics.ts';

const fullRounds = 15;
const fullTickets = 10;
const quickTickets = 1;
/** How many wait before whoever takes a number: their wait is on the paper, and goes by all of these. */
const hall = { full: 40, quick: 2 };
/** Of each script, before it counts. */
const warmTickets = 3;
const goals = { latin: 15, drawn: 120 };

export const ticket: Bench = {
  name: 'ticket',
  about: 'from a committed command to the last byte of its ticket at a fast printer, in letters and drawn',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const tickets = options.quick ? quickTickets : fullTickets;
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0 });
  const printer = await new PrinterStandIn().start();
  let edge: EdgeProcess | undefined;
  try {
    edge = await startEdge({ clinic, environment: { FOYER_PRINTER: printer.address } });
    const kiosk = createEdgeClient(edge.url, clinic.kiosks[0]!);
    const reception = createEdgeClient(edge.url, clinic.reception);
    const serviceId = clinic.serviceIds[0]!;
    const papers: { [Script in 'latin' | 'drawn']?: Uint8Array } = {};
    const printIn = async (
      language: Language,
      script: 'latin' | 'drawn',
      count: number,
    ): Promise<readonly number[]> => {
      const printed = await printTickets({ kiosk, reception }, printer, { serviceId, language }, count);
      papers[script] = printed.bytes;
      return printed.times;
    };
    for (let waiting = 0; waiting < (options.quick ? hall.quick : hall.full); waiting += 1) {
      acceptedResult(await reception.send({ type: 'issue-ticket', serviceId, print: false }));
    }
    const warm = options.quick ? 1 : warmTickets;
    await printIn('en', 'latin', warm);
    await printIn('ar', 'drawn', warm);
    const samples = await interleave(createRandom(options.seed), rounds, {
      latin: () => printIn('en', 'latin', tickets),
      drawn: () => printIn('ar', 'drawn', tickets),
      latinBytes: () => sendBytes(printer, papers.latin!, tickets),
      drawnBytes: () => sendBytes(printer, papers.drawn!, tickets),
    });
    kiosk.close();
    reception.close();
    const figure = (
      name: string,
      of: readonly (readonly number[])[],
      floor: readonly (readonly number[])[],
      bound: number,
    ): Figure => ({
      name,
      value: median(of.flat()),
      unit: 'ms',
      floor: median(floor.flat()),
      goal: { of: 'value', op: '<=', bound },
    });
    return {
      runs: rounds,
      figures: [
        figure('committed command to ticket, in letters', samples.latin, samples.latinBytes, goals.latin),
        figure('committed command to ticket, drawn', samples.drawn, samples.drawnBytes, goals.drawn),
      ],
    };
  } finally {
    await edge?.stop();
    await printer.stop();
    clinic.remove();
  }
}

/** The milliseconds of each ticket, and the bytes of the last. */
async function printTickets(
  { kiosk, reception }: { readonly kiosk: EdgeClient; readonly reception: EdgeClient },
  printer: PrinterStandIn,
  order: { readonly serviceId: string; readonly language: Language },
  count: number,
): Promise<{ readonly times: readonly number[]; readonly bytes: Uint8Array }> {
  const times: number[] = [];
  let last = new Uint8Array();
  while (times.length < count) {
    await printer.idle();
    const printed = printer.nextTicket();
    const { ticket: issued } = acceptedResult(await kiosk.send({ type: 'issue-ticket', ...order }));
    const answeredAt = performance.now();
    const { lastByteAt, ownMs, bytes } = await printed;
    times.push(Math.max(0, lastByteAt - answeredAt - ownMs));
    last = Uint8Array.from(bytes);
    acceptedResult(
      await reception.send({ type: 'cancel-ticket', ticketId: (issued as { id: TicketId }).id, reason: 'left' }),
    );
  }
  return { times, bytes: last };
}

async function sendBytes(printer: PrinterStandIn, bytes: Uint8Array, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  const { hostname, port } = new URL(printer.address);
  while (times.length < count) {
    await printer.idle();
    const printed = printer.nextTicket();
    const startedAt = performance.now();
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    socket.write(bytes);
    const { lastByteAt, ownMs } = await printed;
    times.push(Math.max(0, lastByteAt - startedAt - ownMs));
    socket.destroy();
  }
  return times;
}
