// What reaches the printer is what the template says, whatever people typed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Language } from '@foyer/contracts/languages.ts';
import { lineSides, receiptFields, ruleWeights, ticketFields } from '@foyer/contracts/paper-limits.ts';
import type { ReceiptTemplate, TicketTemplate } from '@foyer/contracts/paper-template.ts';
import { decodeReceipts } from '@foyer/demo/virtual-printer/decode-receipts.ts';
import { FrameReader } from '@foyer/demo/virtual-printer/frame-reader.ts';
import { documentBytes } from '@foyer/edge-server/adapters/printer/execute-steps.ts';
import { planPrint } from '@foyer/edge-server/adapters/printer/plan-print.ts';
import { epson80 } from '@foyer/edge-server/adapters/printer/printer-profile.ts';
import { aReceiptDocument, aTicketDocument } from '@foyer/edge-server/adapters/printer/sample-documents.ts';
import type { GreyPicture } from '@foyer/edge-server/ports/logo-pictures.ts';
import type { Paper, PrintJob, ReceiptDocument, TicketDocument } from '@foyer/edge-server/ports/ticket-printer.ts';

const READY = { health: 'ready', paperLow: false, waiting: 0 } as const;
const TEMPLATE = new Set([
  'ESC @',
  'ESC t',
  'ESC E',
  'ESC 3',
  'ESC J',
  'ESC a',
  'GS !',
  'GS B',
  'GS L',
  'GS W',
  'GS (',
  'GS v',
  'GS V',
]);

function bytesOf(job: Paper): Uint8Array {
  const full = { jobId: 'job', notAfter: 1, ...job } as PrintJob;
  return documentBytes(planPrint(full, READY, epson80, 0), epson80);
}

const ticketBytes = (changes: Partial<TicketDocument>): Uint8Array =>
  bytesOf({ kind: 'ticket', document: aTicketDocument(changes) });

/** Anything at all, with what is dangerous often: commands, overrides, halves of characters, other scripts. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '\x1b',
        '\x1d',
        '\x10',
        '\x04',
        '\x05',
        '\x14',
        '\x1c',
        'V',
        'p',
        '\x01',
        '\0',
        '\n',
        '\u202e',
        '\u2066',
        '\ud800',
        'é',
        '€',
        'ł',
        '等',
        'ع',
        ' ',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

const anyTicket: fc.Arbitrary<TicketDocument> = fc
  .record({
    clinicName: anyText,
    number: anyText,
    serviceName: anyText,
    initials: anyText,
    appointmentTime: anyText,
    ahead: anyText,
    qr: fc.oneof(
      anyText,
      anyText.map((tail) => `https://clinic.example/t/${tail}`),
    ),
    qrHint: anyText,
    worse: anyText,
    printedAt: anyText,
    printedBy: anyText,
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    place: fc.record({ heading: anyText, name: anyText, directions: anyText }),
    wait: fc.record({
      heading: anyText,
      words: anyText,
      fromMinutes: fc.nat(400),
      toMinutes: fc.nat(400),
      nowLabel: anyText,
      minutesUnit: anyText,
    }),
  })
  .map((changes) => aTicketDocument(changes));

const amount = fc.record({ label: anyText, amount: anyText });
const anyReceipt: fc.Arbitrary<ReceiptDocument> = fc
  .record({
    clinicName: anyText,
    clinicLines: fc.array(anyText, { maxLength: 2 }),
    title: anyText,
    number: anyText,
    ticketNumber: anyText,
    printedAt: anyText,
    thanks: anyText,
    lines: fc.array(amount, { maxLength: 3 }),
    total: amount,
    payment: fc.array(amount, { maxLength: 2 }),
  })
  .map((changes) => aReceiptDocument(changes));

const look = {
  size: fc.constantFrom('normal' as const, 'large' as const),
  bold: fc.boolean(),
  align: fc.constantFrom(...lineSides),
};
const anyField = <const Field extends string>(fields: readonly Field[]) =>
  fc.record({
    part: fc.constant('field' as const),
    field: fc.constantFrom(...fields),
    beside: fc.constantFrom(...fields),
    aboveMm: fc.constantFrom(0.5, 2, 30),
    ...look,
  });
const anySharedPart = fc.oneof(
  fc.record({
    part: fc.constant('text' as const),
    text: fc.record({ en: anyText, es: anyText, zh: anyText, ar: anyText }),
    languages: fc.constantFrom<Language[]>(['en'], ['es', 'ar'], ['zh', 'en']),
    ...look,
  }),
  fc.record({
    part: fc.constant('logo' as const),
    file: fc.constant(`${'0'.repeat(32)}.png`),
    widthMm: fc.constantFrom(10, 33.5, 66),
    align: look.align,
  }),
  fc.record({ part: fc.constant('rule' as const), weight: fc.constantFrom(...ruleWeights) }),
  fc.record({ part: fc.constant('space' as const), heightMm: fc.constantFrom(0.5, 2, 30) }),
  fc.constant({ part: 'cut' as const }),
);
const anyTicketTemplate: fc.Arbitrary<TicketTemplate> = fc.record({
  parts: fc.array(
    fc.oneof(
      anySharedPart,
      anyField(ticketFields),
      fc.constantFrom(...(['number', 'wait', 'door', 'code'] as const)).map((part) => ({ part })),
    ),
    { maxLength: 8 },
  ),
});
const anyReceiptTemplate: fc.Arbitrary<ReceiptTemplate> = fc.record({
  parts: fc.array(
    fc.oneof(
      anySharedPart,
      anyField(receiptFields),
      fc.constantFrom(...(['charges', 'total', 'payment'] as const)).map((part) => ({ part })),
    ),
    { maxLength: 8 },
  ),
});
/** Of shades whose dots could spell anything. */
const anyLogo: fc.Arbitrary<GreyPicture> = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .map((levels) => ({ width: 16, rows: 4, levels }));
const anyTemplatedJob = fc.oneof(
  fc.record({ kind: fc.constant('ticket' as const), document: anyTicket, template: anyTicketTemplate, logo: anyLogo }),
  fc.record({
    kind: fc.constant('receipt' as const),
    document: anyReceipt,
    template: anyReceiptTemplate,
    logo: anyLogo,
  }),
);

const anyJob = fc.oneof(
  anyTicket.map((document) => ({ kind: 'ticket' as const, document })),
  anyReceipt.map((document) => ({ kind: 'receipt' as const, document })),
);

describe('printed bytes', () => {
  it('never hold a command beyond the template, and always exactly one cut at the end', () => {
    fc.assert(
      fc.property(anyJob, (job) => {
        const frames = [...new FrameReader().push(bytesOf(job))];
        const commands = frames.filter((frame) => frame.kind !== 'character').map(({ name }) => name);
        expect(commands.filter((name) => !TEMPLATE.has(name))).toEqual([]);
        expect(commands.filter((name) => name === 'GS V')).toHaveLength(1);
        expect(commands.slice(-2)).toEqual(['GS V', 'ESC @']);
        const characters = frames.filter((frame) => frame.kind === 'character').map(({ byte }) => byte);
        expect(characters.filter((byte) => byte < 0x20 && byte !== 0x0a)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('never hold more than a template of the clinic says, and cut where it says so and once at the end', () => {
    fc.assert(
      fc.property(anyTemplatedJob, (job) => {
        const frames = [...new FrameReader().push(bytesOf(job))];
        const commands = frames.filter((frame) => frame.kind !== 'character').map(({ name }) => name);
        const cuts = job.template.parts.filter(({ part }) => part === 'cut').length;
        expect(commands.filter((name) => !TEMPLATE.has(name))).toEqual([]);
        expect(commands.filter((name) => name === 'GS V')).toHaveLength(cuts + 1);
        expect(commands.slice(-2)).toEqual(['GS V', 'ESC @']);
        const characters = frames.filter((frame) => frame.kind === 'character').map(({ byte }) => byte);
        expect(characters.filter((byte) => byte < 0x20 && byte !== 0x0a)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('never hold a request that printers obey in the middle of a picture', () => {
    fc.assert(
      fc.property(fc.oneof(anyJob, anyTemplatedJob), (job) => {
        const bytes = bytesOf(job);
        const requests = bytes.filter((byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at + 1] ?? 0));
        expect(requests).toHaveLength(0);
      }),
      { numRuns: 80 },
    );
  });

  it('say in the printer’s own letters what the ticket says', () => {
    const [receipt] = decodeReceipts([
      ticketBytes({
        serviceName: 'Vacunación',
        place: { heading: 'Vaya a', name: 'Sala de espera 2' },
      }),
    ]);
    for (const words of [
      'Harbour Street Clinic',
      'A047',
      'M. O.',
      '10:40',
      'Vacunación',
      '20 to 35 minutes',
      '4 people ahead of you',
      'Sala de espera 2',
      'Kiosk 1',
    ]) {
      expect(receipt?.text).toContain(words);
    }
    expect(receipt?.qr).toEqual(['http://192.168.1.20:8090/t/abcdefghijklmnopqrstuv']);
    expect(receipt?.notes).toEqual([]);
  });

  it('keep a number in letters and draw the scripts that the printer lacks', () => {
    const latin = decodeReceipts([ticketBytes({})])[0];
    const arabic = decodeReceipts([
      ticketBytes({
        language: 'ar',
        direction: 'rtl',
        serviceName: 'الممرضة',
        worse: 'أخبر أي موظف',
      }),
    ])[0];
    const pictures = (receipt: typeof latin): number =>
      receipt?.marks.filter(({ mark }) => mark.kind === 'bitmap').length ?? 0;
    expect(arabic?.text).toMatch(/A047$/m);
    expect(pictures(arabic)).toBe(pictures(latin) + 2);
    expect(arabic?.notes).toEqual([]);
  });

  it('print a receipt with its number, lines, total and change', () => {
    const [receipt] = decodeReceipts([bytesOf({ kind: 'receipt', document: aReceiptDocument() })]);
    expect(receipt?.text).toMatch(/Receipt +HSC-1-42/);
    expect(receipt?.text).toMatch(/Consultation, nurse +€45\.00/);
    expect(receipt?.text).toMatch(/Total +€45\.00/);
    expect(receipt?.text).toMatch(/Change +€5\.00/);
  });
});
