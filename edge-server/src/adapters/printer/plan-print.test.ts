import { describe, expect, it } from 'vitest';

import type { PrinterStatus, PrintJob, TicketDocument } from '../../ports/ticket-printer.ts';
import { planPrint } from './plan-print.ts';
import { epson80 } from './printer-profile.ts';
import type { PrintStep, TextLine } from './print-steps.ts';
import {
  aMusterDocument,
  aPaperNumbersDocument,
  aReceiptDocument,
  aTicketDocument,
  aTillReportDocument,
} from './sample-documents.ts';

const status = (health: PrinterStatus['health']): PrinterStatus => ({
  health,
  paperLow: false,
  waiting: 1,
});
const job = (changes: Partial<TicketDocument> = {}): PrintJob => ({
  jobId: 'job',
  notAfter: 100,
  kind: 'ticket',
  document: aTicketDocument(changes),
});
const planned = (changes: Partial<TicketDocument> = {}): readonly PrintStep[] =>
  planPrint(job(changes), status('ready'), epson80, 100);
const words = (steps: readonly PrintStep[]): string[] =>
  steps
    .filter((step): step is TextLine => step.kind === 'text-line')
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    );
const pictures = (steps: readonly PrintStep[]): string[] =>
  steps.flatMap((step) => (step.kind === 'picture' ? [step.picture.picture] : []));

describe('plan print', () => {
  it('fails without a step when the time is over', () => {
    expect(planPrint(job(), status('ready'), epson80, 101)).toEqual([{ kind: 'fail', code: 'print-expired' }]);
  });

  it.each([['printer-off'], ['printer-mute'], ['paper-out'], ['cover-open'], ['no-printer']] as const)(
    'fails with the fault of the printer: %s',
    (health) => {
      expect(planPrint(job(), status(health), epson80, 0)).toEqual([{ kind: 'fail', code: health }]);
    },
  );

  it('ends in a cut, the sending and its confirmation', () => {
    expect(
      planned()
        .map(({ kind }) => kind)
        .slice(-3),
    ).toEqual(['cut', 'send', 'confirm']);
  });

  it('names the steps of a visit below the wait', () => {
    const lines = words(planned({ visit: 'Your visit: Nurse, Pharmacy' }));
    expect(lines.indexOf('Your visit: Nurse, Pharmacy')).toBe(lines.indexOf('4 people ahead of you') + 1);
  });

  it('lays the ticket out in the order of the kiosk’s last screen', () => {
    expect(pictures(planned())).toEqual(['number', 'rule', 'wait-path', 'door-top', 'door-foot', 'floor']);
    expect(words(planned()).slice(0, 8)).toEqual([
      'Harbour Street Clinic',
      'M. O.            10:40',
      'Nurse',
      'Your wait, from 10:22',
      '20 to 35 minutes',
      '4 people ahead of you',
      'Please go to',
      'Waiting area 2',
    ]);
  });

  it('does without what a walk-in has not', () => {
    const { initials: _, appointmentTime: __, wait: ___, qr: ____, ...walkIn } = aTicketDocument();
    const steps = planPrint(
      { jobId: 'job', notAfter: 100, kind: 'ticket', document: walkIn },
      status('ready'),
      epson80,
      0,
    );
    expect(words(steps).slice(0, 3)).toEqual(['Harbour Street Clinic', 'Nurse', '4 people ahead of you']);
    expect(pictures(steps)).not.toContain('wait-path');
    expect(steps.some(({ kind }) => kind === 'qr')).toBe(false);
  });

  it('leaves out a code that is no address, and the words about it', () => {
    const steps = planned({ qr: 'javascript:alert(1)' });
    expect(steps.some(({ kind }) => kind === 'qr')).toBe(false);
    expect(words(steps).join(' ')).not.toContain('Follow your place');
  });

  it('wraps long words into at most three rows of what fits', () => {
    const rows = words(planned({ serviceName: `${'word '.repeat(60)}end` })).slice(2, 5);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(44);
    expect(rows[2]).toMatch(/…$/);
  });

  it('draws a line with a letter that the code page lacks, whole and unchanged', () => {
    const steps = planned({ serviceName: 'Łódź 等候' });
    expect(words(steps)).not.toContain('Łódź 等候');
    expect(steps).toContainEqual(
      expect.objectContaining({
        picture: expect.objectContaining({ picture: 'line', start: 'Łódź 等候' }),
      }),
    );
  });

  it('sets a right-to-left ticket from the right', () => {
    const line = planned({ direction: 'rtl' }).find((step) => step.kind === 'text-line');
    expect(line?.runs[0]?.text).toBe('Harbour Street Clinic'.padStart(44));
  });

  it('puts label and amount of a receipt at the two edges', () => {
    const steps = planPrint(
      { jobId: 'job', notAfter: 100, kind: 'receipt', document: aReceiptDocument() },
      status('ready'),
      epson80,
      0,
    );
    expect(words(steps)).toContain(`Total${' '.repeat(11)}€45.00`);
    expect(words(steps)).toContain(`Change${' '.repeat(33)}€5.00`);
  });
});

describe('numbers that are printed ahead', () => {
  it('are a slip each, every one cut off', () => {
    const document = aPaperNumbersDocument();
    const steps = planPrint(
      { jobId: 'job', notAfter: 100, kind: 'paper-numbers', document },
      status('ready'),
      epson80,
      0,
    );
    const numbers = steps.flatMap((step) =>
      step.kind === 'cut'
        ? ['cut']
        : step.kind === 'picture' && step.picture.picture === 'number'
          ? [step.picture.number]
          : [],
    );
    expect(numbers).toEqual(['W041', 'cut', 'W042', 'cut', 'W043', 'cut']);
    expect(words(steps).filter((text) => text === document.hint)).toHaveLength(3);
  });
});

describe('a till report', () => {
  const report = (changes: Parameters<typeof aTillReportDocument>[0] = {}) =>
    words(
      planPrint(
        { jobId: 'job', notAfter: 100, kind: 'till-report', document: aTillReportDocument(changes) },
        status('ready'),
        epson80,
        0,
      ),
    );

  it('says which and of whom, what came in, and what was counted', () => {
    const lines = report();
    expect(lines.slice(0, 3)).toEqual(['Z report', 'HSC-1-Z3', 'Harbour Street Clinic']);
    expect(lines.find((line) => line.startsWith('Last receipt'))).toMatch(/HSC-1-37$/);
    expect(lines.find((line) => line.startsWith('Difference'))).toMatch(/-.?1\.50$/);
  });

  it('is an X without a number and without a count while the till is open', () => {
    const { number: _number, ...x } = aTillReportDocument();
    const lines = words(
      planPrint(
        { jobId: 'job', notAfter: 100, kind: 'till-report', document: { ...x, title: 'X report', count: [] } },
        status('ready'),
        epson80,
        0,
      ),
    );
    expect(lines.slice(0, 2)).toEqual(['X report', 'Harbour Street Clinic']);
  });
});

describe('a muster list', () => {
  const list = (changes: Parameters<typeof aMusterDocument>[0] = {}) =>
    planPrint(
      { jobId: 'job', notAfter: 100, kind: 'muster-list', document: aMusterDocument(changes) },
      status('ready'),
      epson80,
      0,
    );

  it('has each person with the number and the name large, a box to tick, and what was found before', () => {
    const large = list().filter((step): step is TextLine => step.kind === 'text-line' && step.size === 2);
    expect(words(large).slice(2)).toEqual([
      expect.stringMatching(/^A052 +\[ {2}\]$/),
      expect.stringMatching(/^A047 +Found$/),
      'Margaret Olga',
      'O’Sullivan',
    ]);
    expect(words(list())).toEqual(
      expect.arrayContaining(['Meeting point: car park, Quay Road', 'Wheelchair', 'Room 3, with staff']),
    );
  });

  it('draws a name that the printer has no letters for', () => {
    const people = [{ number: 'A001', name: '陈美玲', lastSeen: 'Hall, waiting' }];
    expect(pictures(list({ people }))).toContain('line');
  });
});
