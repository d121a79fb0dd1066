// What reaches the printer is what the template says, whatever people typed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Language } from '@foyer/contracts/languages.ts';
import {
  lineSides,
  musterFields,
  paperNumbersFields,
  receiptFields,
  ruleWeights,
  ticketFields,
  tillReportFields,
} from '@foyer/contracts/paper-limits.ts';
import type { PaperKind, TemplateOf } from '@foyer/contracts/paper-template.ts';
import { codePage } from '@foyer/demo/virtual-printer/code-pages.ts';
import { decodeReceipts } from '@foyer/demo/virtual-printer/decode-receipts.ts';
import { FrameReader } from '@foyer/demo/virtual-printer/frame-reader.ts';
import { documentBytes } from '@foyer/edge-server/adapters/printer/execute-steps.ts';
import { planPrint } from '@foyer/edge-server/adapters/printer/plan-print.ts';
import { lettersOf } from '@foyer/edge-server/adapters/printer/code-pages.ts';
import { epson80, knownProfile } from '@foyer/edge-server/adapters/printer/printer-profile.ts';
import {
  aMusterDocument,
  aPaperNumbersDocument,
  aReceiptDocument,
  aTicketDocument,
  aTillReportDocument,
} from '@foyer/edge-server/adapters/printer/sample-documents.ts';
import type { GreyPicture } from '@foyer/edge-server/ports/logo-pictures.ts';
import type { Paper, PaperDocuments, PrintJob, TicketDocument } from '@foyer/edge-server/ports/ticket-printer.ts';

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

function bytesOf(job: Paper, profile = epson80): Uint8Array {
  const full = { jobId: 'job', notAfter: 1, ...job } as PrintJob;
  return documentBytes(planPrint(full, READY, profile, 0), profile);
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

const anyTicket: fc.Arbitrary<PaperDocuments['ticket']> = fc
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
const anyReceipt: fc.Arbitrary<PaperDocuments['receipt']> = fc
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
const amounts = fc.array(amount, { maxLength: 2 });
const anyMusterList: fc.Arbitrary<PaperDocuments['muster-list']> = fc
  .record({
    clinicName: anyText,
    title: anyText,
    since: anyText,
    meetingPoint: anyText,
    count: anyText,
    people: fc.array(fc.record({ number: anyText, name: anyText, lastSeen: anyText, needs: anyText, found: anyText }), {
      maxLength: 2,
    }),
    printedAt: anyText,
  })
  .map((changes) => aMusterDocument(changes));
const anyTillReport: fc.Arbitrary<PaperDocuments['till-report']> = fc
  .record({
    clinicName: anyText,
    title: anyText,
    number: anyText,
    facts: amounts,
    lines: amounts,
    count: amounts,
    printedAt: anyText,
  })
  .map((changes) => aTillReportDocument(changes));
const anyPaperNumbers: fc.Arbitrary<PaperDocuments['paper-numbers']> = fc
  .record({ clinicName: anyText, numbers: fc.array(anyText, { minLength: 1, maxLength: 2 }), hint: anyText })
  .map((changes) => aPaperNumbersDocument(changes));

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
/** Of parts that say something and those that every paper may have. */
const templateOf = <Kind extends PaperKind>(
  fields: readonly string[],
  ...parts: readonly string[]
): fc.Arbitrary<TemplateOf<Kind>> => {
  const own = parts.map((part) => fc.constant({ part }));
  const any = fc.array(fc.oneof(anySharedPart, anyField(fields), ...own), { maxLength: 8 });
  return any.map((chosen) => ({ parts: chosen }) as TemplateOf<Kind>);
};
/** Of shades whose dots could spell anything. */
const anyLogo: fc.Arbitrary<GreyPicture> = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .map((levels) => ({ width: 16, rows: 4, levels }));
const templatedJob = <Kind extends PaperKind>(
  kind: Kind,
  document: fc.Arbitrary<PaperDocuments[Kind]>,
  template: fc.Arbitrary<TemplateOf<Kind>>,
) => fc.record({ kind: fc.constant(kind), document, template, logo: anyLogo });
const anyTemplatedJob = fc.oneof(
  templatedJob('ticket', anyTicket, templateOf(ticketFields, 'number', 'wait', 'door', 'code')),
  templatedJob('receipt', anyReceipt, templateOf(receiptFields, 'charges', 'total', 'payment')),
  templatedJob('muster-list', anyMusterList, templateOf(musterFields, 'people')),
  templatedJob('till-report', anyTillReport, templateOf(tillReportFields, 'till-times', 'takings', 'till-count')),
  templatedJob('paper-numbers', anyPaperNumbers, templateOf(paperNumbersFields, 'number')),
);

const plainJob = <Kind extends PaperKind>(kind: Kind, document: fc.Arbitrary<PaperDocuments[Kind]>) =>
  document.map((one) => ({ kind, document: one }) as Paper);
const anyJob = fc.oneof(
  plainJob('ticket', anyTicket),
  plainJob('receipt', anyReceipt),
  plainJob('muster-list', anyMusterList),
  plainJob('till-report', anyTillReport),
  plainJob('paper-numbers', anyPaperNumbers),
);

/** Pieces that are cut off before the last cut: those of the template, and between two slips. */
function cutsWithin({ kind, document, template }: Paper): number {
  const own = template?.parts.filter(({ part }) => part === 'cut').length ?? 0;
  const slips = kind === 'paper-numbers' ? document.numbers.length : 1;
  return own * slips + slips - 1;
}

/** One line of letters alone, from every script that European printers have. */
const anyEuropean = fc
  .array(fc.constantFrom(...'aZ7 éßŁőžΆωЖяїЄ№€…'), { minLength: 1, maxLength: 40 })
  .map((letters) => letters.join(''));

/** Each page that a document switches to, with the bytes that follow. */
function bytesByPage(document: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const pages = new Map<number, number[]>();
  let page = 0;
  for (const frame of new FrameReader().push(document)) {
    if (frame.kind === 'character') {
      if (frame.byte !== 0x0a) pages.set(page, [...(pages.get(page) ?? []), frame.byte]);
    } else if (frame.name === 'ESC @') page = 0;
    else if (frame.kind === 'command' && frame.name === 'ESC t') page = frame.args[0]!;
  }
  return pages;
}

describe('letters of several code pages', () => {
  const european = knownProfile('epson-80mm-europe');
  const numbers = { WPC1252: 16, WPC1250_LATIN2: 45, WPC1251_CYRILLIC: 46, WPC1253_GREEK: 47 } as const;

  it.each(Object.entries(numbers))('%s is the table that printers know by its number', (page, number) => {
    const printed = codePage(number)!;
    for (const [letter, byte] of lettersOf(page as keyof typeof numbers)) {
      if (byte >= 0x80) expect(printed[byte - 0x80]).toBe(letter);
    }
  });

  it('never hold a byte that the page switched on does not have, and say what was said', () => {
    const allowed = new Map(
      Object.entries(numbers).map(([page, number]) => [
        number as number,
        new Set(lettersOf(page as keyof typeof numbers).values()),
      ]),
    );
    const lines: TemplateOf<'ticket'> = {
      parts: [
        { part: 'field', field: 'service' },
        { part: 'field', field: 'worse', beside: 'service' },
      ],
    };
    fc.assert(
      fc.property(anyEuropean, anyEuropean, (words, beside) => {
        const document = aTicketDocument({ serviceName: words, worse: beside });
        const bytes = bytesOf({ kind: 'ticket', document, template: lines }, european);
        for (const [page, letters] of bytesByPage(bytes)) {
          expect(letters.filter((byte) => allowed.get(page)?.has(byte) !== true)).toEqual([]);
        }
        const [receipt] = decodeReceipts([bytes]);
        const rows = receipt!.text.replaceAll(/\s+/g, '');
        expect(rows).toContain(words.normalize('NFC').trim().slice(0, 20).replaceAll(/\s+/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  it('are those of the model again behind a cut, which makes a printer forget them', () => {
    const document = aPaperNumbersDocument({ clinicName: 'Πολυκλινική Łódź', numbers: ['W041', 'W042'] });
    const receipts = decodeReceipts([bytesOf({ kind: 'paper-numbers', document }, european)]);
    expect(receipts.map(({ text }) => text.includes('Πολυκλινική Łódź'))).toEqual([true, true]);
  });

  it('are drawn, the whole line, where a model has not all of them', () => {
    const document = aTicketDocument({ serviceName: 'Łódź', worse: 'Málaga' });
    const [receipt] = decodeReceipts([bytesOf({ kind: 'ticket', document })]);
    expect(receipt!.text).toContain('Málaga');
    expect(receipt!.text).not.toContain('dź');
  });
});

describe('printed bytes', () => {
  it('never hold a command beyond the template, and always a cut at the end', () => {
    fc.assert(
      fc.property(anyJob, (job) => {
        const frames = [...new FrameReader().push(bytesOf(job as Paper))];
        const commands = frames.filter((frame) => frame.kind !== 'character').map(({ name }) => name);
        expect(commands.filter((name) => !TEMPLATE.has(name))).toEqual([]);
        expect(commands.filter((name) => name === 'GS V')).toHaveLength(cutsWithin(job) + 1);
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
        const frames = [...new FrameReader().push(bytesOf(job as Paper))];
        const commands = frames.filter((frame) => frame.kind !== 'character').map(({ name }) => name);
        expect(commands.filter((name) => !TEMPLATE.has(name))).toEqual([]);
        expect(commands.filter((name) => name === 'GS V')).toHaveLength(cutsWithin(job as Paper) + 1);
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
        const bytes = bytesOf(job as Paper);
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
