/** What is fuzzed: each takes a text, and says what was wrong with what became of it. */
import { isDeepStrictEqual } from 'node:util';
import { longestScan, scanFormats } from '@foyer/contracts/scan-format.ts';
import type * as Framing from '@foyer/demo/virtual-printer/frame-reader.ts';
import type * as RealTime from '@foyer/demo/virtual-printer/real-time-scanner.ts';
import { encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import type * as Decoding from '@foyer/domain/identity-documents/decode-scan.ts';
import { bands, healthCard, licenceOf2000, licenceOf2020, zones } from '@foyer/domain/identity-documents/specimens.ts';
import type * as Encoding from '@foyer/edge-server/adapters/printer/escpos-bytes.ts';
import type * as Planning from '@foyer/edge-server/adapters/printer/plan-print.ts';
import type * as Samples from '@foyer/edge-server/adapters/printer/sample-documents.ts';
import { changedFile, type Variant } from '../../bench/kit/source-variant.ts';
import { faultOfScan } from './scan-judge.ts';
import { sourceWith } from './sources-with-plant.ts';

export interface FuzzTarget {
  readonly name: string;
  /** Of all inputs, how many are its own: those that cost more are fewer. */
  readonly share: number;
  readonly seeds: readonly string[];
  /** What was wrong, in a sentence; throws where what is fuzzed does. */
  readonly run: (input: string) => string | undefined;
}

/** The sources whose blocks are counted. */
export const watchedSources = [
  'domain/src/identity-documents/',
  'edge-server/src/adapters/printer/',
  'demo/src/virtual-printer/',
] as const;

const today = '2020-01-01';
const code = encodeCheckInCode(
  {
    clinicId: '01990000-0000-7000-8000-000000000001',
    appointmentId: '01990000-0000-7000-8000-000000000002',
    businessDay: today,
    time: '09:40',
  },
  new Uint8Array(64),
);
const liveCode = encodeCheckInCode(
  {
    clinicId: '01990000-0000-7000-8000-000000000001',
    appointmentId: '01990000-0000-7000-8000-000000000002',
    businessDay: today,
    time: '09:40',
    live: { madeAt: Date.UTC(2020, 0, 1, 9, 30), id: '00010203040506070809' },
  },
  new Uint8Array(64),
);
/** Between the fields of a document in the text that makes one. */
const fieldEnd = '|';

export async function fuzzTargets(): Promise<readonly FuzzTarget[]> {
  return [await decoders(undefined), await encoder(undefined), await parser(undefined)];
}

/** The one whose sources have the bug. */
export function targetWith(plant: Variant): Promise<FuzzTarget> {
  const file = changedFile(plant);
  if (file.startsWith('domain/')) return decoders(plant);
  return file.startsWith('edge-server/') ? encoder(plant) : parser(plant);
}

/** The first sign of the text, where it is a digit, says what the reader says of the symbol. */
async function decoders(plant: Variant | undefined): Promise<FuzzTarget> {
  const { decodeScan } = (await sourceWith(plant, 'domain/src/identity-documents/decode-scan.ts')) as typeof Decoding;
  const context = { today, cardFormats: [healthCard] };
  const said = (format: (typeof scanFormats)[number] | 'nothing', text: string) =>
    `${format === 'nothing' ? 9 : scanFormats.indexOf(format)}${text}`;
  return {
    name: 'decoders',
    share: 0.8,
    seeds: [
      said('qr', code),
      said('qr', liveCode),
      // As long as a scan may be.
      said('qr', code + 'A'.repeat(longestScan - code.length)),
      ...Object.values(zones).map((zone) => said('mrz', zone)),
      ...[licenceOf2000, licenceOf2020].map((licence) => said('pdf417', licence)),
      ...Object.values(bands).map((band) => said('gs1-128', band)),
      said('gs1-data-matrix', `\x1d${bands.patient}\x1d80191\x1d91A`),
      said('code128', '943 476 5919'),
      said('nothing', zones.card),
      said('nothing', 'MRN-0004711'),
    ],
    run(input) {
      const format = scanFormats[Number(input.charAt(0))];
      const scanned = { text: input.slice(1), format };
      return faultOfScan(scanned, decodeScan(scanned, context), today);
    },
  };
}

/** A ticket whose every field and own word is a piece of the text; pictures apart, which no field can write to. */
async function encoder(plant: Variant | undefined): Promise<FuzzTarget> {
  const { planDocument } = (await sourceWith(
    plant,
    'edge-server/src/adapters/printer/plan-print.ts',
  )) as typeof Planning;
  const { EscPosBytes } = (await sourceWith(
    plant,
    'edge-server/src/adapters/printer/escpos-bytes.ts',
  )) as typeof Encoding;
  const { epson80 } = await import('@foyer/edge-server/adapters/printer/printer-profile.ts');
  const { aTicketDocument } = await import('@foyer/edge-server/adapters/printer/sample-documents.ts');
  const { FrameReader } = await import('@foyer/demo/virtual-printer/frame-reader.ts');
  const own = new Set<string>();
  const stepsOf = (words: (index: number) => string) => planDocument(ticketOf(words, aTicketDocument()), epson80);
  const framesOf = (steps: ReturnType<typeof stepsOf>) => {
    const bytes = new EscPosBytes(epson80);
    bytes.begin();
    for (const step of steps) {
      if (step.kind === 'text-line') bytes.textLine(step);
      if (step.kind === 'qr') bytes.qr(step.address, step.moduleDots);
      if (step.kind === 'space') bytes.space(step.dots);
    }
    bytes.cut();
    return [...new FrameReader().push(bytes.bytes())];
  };
  for (const frame of framesOf(stepsOf((index) => (index === 0 ? 'http://192.0.2.1/t/abc' : 'word'))))
    if (frame.kind === 'command') own.add(frame.name);
  return {
    name: 'encoder',
    share: 0.05,
    seeds: [
      'http://192.0.2.1:8090/t/abcdefghijklmnopqrstuv|Harbour Street Clinic|Nurse|M. O.|10:40|Waiting area 2|left|worse',
      'http://192.0.2.1/t/a|عيادة الميناء|护士|É. Ñ.|10:40|€ “room” 2|past the lift|' + 'word '.repeat(60),
    ],
    run(input) {
      const pieces = input.split(fieldEnd);
      const words = (index: number) => pieces[index % pieces.length] ?? '';
      const steps = stepsOf(words);
      if (hasControl(steps)) return 'a control character that came through a field into the plan';
      for (const frame of framesOf(steps)) {
        if (frame.kind === 'character' && frame.byte !== 0x0a && (frame.byte < 0x20 || frame.byte === 0x7f))
          return `a control byte ${frame.byte} out of a field`;
        if (frame.kind !== 'character' && !(frame.kind === 'command' && own.has(frame.name)))
          return `a command out of a field: ${frame.name}`;
      }
      return undefined;
    },
  };
}

type Document = ReturnType<typeof Samples.aTicketDocument>;

function ticketOf(words: (index: number) => string, sample: Document) {
  const document: Document = {
    ...sample,
    ...{ qr: words(0), clinicName: words(1), serviceName: words(2), initials: words(3), appointmentTime: words(4) },
    place: { ...sample.place, name: words(5), directions: words(6) },
    ...{ worse: words(7), number: words(8), printedAt: words(9), printedBy: words(10), ahead: words(11) },
  };
  const ownWords = { part: 'text' as const, text: { en: words(12) } };
  const fields = (['clinic-name', 'initials', 'appointment-time', 'worse'] as const).map((field) => ({
    ...{ part: 'field' as const, field, beside: 'number' as const },
  }));
  const template = { parts: [ownWords, ...fields, { part: 'door' as const }, { part: 'code' as const }] };
  return { kind: 'ticket' as const, document, template };
}

/** In whatever depth it stands; what turns the direction of others counts as one. */
function hasControl(value: unknown): boolean {
  if (typeof value === 'string') return /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasControl);
}

/** Bytes of a stream, a character for each; however it is cut, the frames are the same, and together they are the stream. */
async function parser(plant: Variant | undefined): Promise<FuzzTarget> {
  const { FrameReader } = (await sourceWith(plant, 'demo/src/virtual-printer/frame-reader.ts')) as typeof Framing;
  const { RealTimeScanner } = (await sourceWith(
    plant,
    'demo/src/virtual-printer/real-time-scanner.ts',
  )) as typeof RealTime;
  return {
    name: 'parser',
    share: 0.15,
    seeds: [
      '\x1b@\x1b!\x10A047\n\x1dV\x01',
      '\x1b@\x1d(k\x04\0\x31\x41\x32\0\x1d(k\x08\0\x31\x50\x30abcde\x1d(k\x03\0\x31\x51\x30',
      '\x1dv0\0\x02\0\x03\0\x01\x02\x03\x04\x05\x06\x1bJ\x18\x10\x04\x01\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08',
      '\x1dk\x41\x0b12345678901\x1dk\x04CODE39\0\x1b*\x21\x02\0abcdef\x1b&\x03AB\x01abc\x01def\x1cq\x01\x01\0\x01\0abcdefgh',
    ],
    run(input) {
      const bytes = Buffer.from(input, 'latin1');
      const reader = new FrameReader();
      const whole = [...reader.push(bytes)];
      const middle = bytes.length >> 1;
      const cut = new FrameReader();
      const pieces = [...cut.push(bytes.subarray(0, middle)), ...cut.push(bytes.subarray(middle))];
      if (!isDeepStrictEqual(whole, pieces)) return 'frames that depend on where the stream was cut';
      const taken = whole.reduce((sum, frame) => sum + lengthOf(frame), reader.pendingBytes);
      if (taken !== bytes.length) return 'bytes that are in no frame, or in two';
      return [...new RealTimeScanner().push(bytes)].length > bytes.length ? 'more requests than bytes' : undefined;
    },
  };
}

function lengthOf(frame: Framing.Frame): number {
  if (frame.kind === 'character') return 1;
  return frame.kind === 'unknown' ? 2 : 2 + frame.args.length;
}
