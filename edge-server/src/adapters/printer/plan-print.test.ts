import { describe, expect, it } from 'vitest';

import type { PrinterStatus, PrintJob, TicketDocument } from '../../ports/ticket-printer.ts';
import { planPrint } from './plan-print.ts';
import { epson80 } from './printer-profile.ts';
import type { PrintStep, TextLine } from './print-steps.ts';
import { aReceiptDocument, aTicketDocument } from './sample-documents.ts';

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
    const steps = planPrint({ ...job(), kind: 'ticket', document: walkIn }, status('ready'), epson80, 0);
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
