/**
 * The desk at a large clinic: everybody whom the edge holds is found while typing, at each letter within a fraction of
 * what a person notices; and the number of whoever is checked in has reached the printer when they look up.
 *
 * What is typed are the letters of names, birth dates and ends of phones of people who are known, each letter a question
 * of its own. The ticket's time is from the command to its last byte, without what the printer took to answer.
 */
import type { PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { acceptedResult, createEdgeClient, type EdgeClient } from './kit/edge-client.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import { fillWithPeople, type Person } from './kit/known-people.ts';
import { PrinterStandIn } from './kit/printer-stand-in.ts';
import { createRandom, type Random } from './kit/random.ts';
import { interleave, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, percentile } from './kit/statistics.ts';

const fullRounds = 9;
const full = { people: 100_000, questions: 400, tickets: 20 };
const quick = { people: 3_000, questions: 40, tickets: 3 };
/** The edge serves a tablet so many questions a minute: each round is a tablet with an address of its own. */
const addressOf = (round: number): string => `127.0.0.${10 + round}`;

export const reception: Bench = {
  name: 'reception',
  about: 'finding one of 100,000 people while typing, and a check-in until its ticket is at the printer',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const { people, questions, tickets } = options.quick ? quick : full;
  const random = createRandom(options.seed);
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 0, displays: 0 });
  const known = fillWithPeople(clinic, random, { people, appointments: (rounds + 1) * tickets });
  options.say(`the edge holds ${people} people`);
  const printer = await new PrinterStandIn().start();
  let edge: EdgeProcess | undefined;
  try {
    edge = await startEdge({ clinic, environment: { FOYER_PRINTER: printer.address } });
    const { url } = edge;
    const appointmentIds = [...known.appointmentIds];
    let round = 0;
    const find = (): Promise<readonly number[]> =>
      asTablet(url, clinic, addressOf(round++), (tablet) => findPeople(tablet, known.people, questions, random));
    const answer = (): Promise<readonly number[]> =>
      asTablet(url, clinic, addressOf(0), (tablet) => askNothing(tablet, questions));
    const print = (): Promise<readonly number[]> =>
      asTablet(url, clinic, addressOf(0), (tablet) => checkIn(tablet, printer, appointmentIds.splice(0, tickets)));
    await print();
    await find();
    const samples = await interleave(random, rounds, { find, answer, print });
    const found = samples.find.flat();
    const printed = samples.print.flat();
    return {
      runs: rounds,
      figures: [
        {
          name: 'find while typing, p99',
          value: percentile(found, 99),
          unit: 'ms',
          floor: percentile(samples.answer.flat(), 99),
          goal: { of: 'value', op: '<=', bound: 20 },
        },
        { name: 'find while typing, median', value: median(found), unit: 'ms', floor: median(samples.answer.flat()) },
        {
          name: 'check-in to ticket bytes, above the printer’s own time',
          value: median(printed),
          unit: 'ms',
          goal: { of: 'value', op: '<=', bound: 50 },
        },
      ],
    };
  } finally {
    await edge?.stop();
    await printer.stop();
    clinic.remove();
  }
}

async function asTablet(
  url: string,
  clinic: BenchClinic,
  from: string,
  act: (tablet: EdgeClient) => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const tablet = createEdgeClient(url, clinic.reception, from);
  try {
    return await act(tablet);
  } finally {
    tablet.close();
  }
}

/** The milliseconds of each answer. */
async function findPeople(
  tablet: EdgeClient,
  people: readonly Person[],
  questions: number,
  random: Random,
): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < questions) {
    const whole = whatIsTyped(people[random.below(people.length)]!, random);
    for (let letters = 2; letters <= whole.length && times.length < questions; letters++) {
      const startedAt = performance.now();
      const { patients } = await tablet.post<PatientSearchAnswer>('/api/v1/patient-searches', {
        typed: whole.slice(0, letters),
      });
      times.push(performance.now() - startedAt);
      if (letters === whole.length && patients.length === 0) throw new Error(`nobody was found by “${whole}”`);
    }
  }
  return times;
}

function whatIsTyped({ given, family, birthDate, phone }: Person, random: Random): string {
  const [year, month, day] = birthDate.split('-');
  const ways = [
    given,
    family,
    `${given.slice(0, 3)} ${family.slice(0, 4)}`,
    `${family} ${given}`,
    `${day}.${month}.${year}`,
    `${family.split(' ')[0]} ${day}/${month}/${year}`,
    phone.slice(-4),
  ];
  return ways[random.below(ways.length)]!;
}

/** What an answer takes that needs no search: the line, the edge's door and its way back. */
async function askNothing(tablet: EdgeClient, questions: number): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < questions) {
    const startedAt = performance.now();
    await tablet.get('/healthz');
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** The milliseconds from each command to the last byte of its ticket. */
async function checkIn(
  tablet: EdgeClient,
  printer: PrinterStandIn,
  appointmentIds: readonly string[],
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const appointmentId of appointmentIds) {
    await printer.idle();
    const ticket = printer.nextTicket();
    const startedAt = performance.now();
    acceptedResult(await tablet.send({ type: 'check-in', appointmentId }));
    const { lastByteAt, ownMs } = await ticket;
    times.push(lastByteAt - startedAt - ownMs);
  }
  return times;
}
