import { describe, expect, it } from 'vitest';
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import { refusedIn, spokenCodes, wordingOf } from './refusals.ts';
import { enrolmentCode } from './tablet-api.ts';

describe('the code of a new screen', () => {
  it.each([
    ['k7q2m4xp', 'K7Q2-M4XP'],
    ['K7Q2-M4XP', 'K7Q2-M4XP'],
    [' k7q2 m4xp', 'K7Q2-M4XP'],
    ['k7q2', undefined],
    ['', undefined],
  ])('%j is sent as %j', (typed, wanted) => expect(enrolmentCode(typed)).toBe(wanted));
});

describe('a refusal', () => {
  it('has words for every code of the queue and of money that a command of staff can meet', () => {
    const neverOnTablets = [
      'command-id-reused',
      'command-too-old',
      'undo-too-late',
      'day-not-over',
      'not-your-ticket',
      'no-walk-ins',
      'day-full',
      'request-too-old',
      'identification-expired',
      'identification-needed',
      'code-invalid',
      'code-of-another-clinic',
      'code-of-another-day',
      'live-code-expired',
      'live-code-ahead',
      'live-code-used',
      'document-unreadable',
      'document-expired',
      'document-unknown',
      'document-too-long',
      'document-check-digit',
      'document-offsets',
      'document-field',
      'gap',
      'fork',
      'unknown-epoch',
      'chain-broken',
      'unknown-version',
      'renewal-refused',
      'renewal-too-late',
      'printer-jam',
      'printer-offline',
      'print-unknown',
      'print-unproven',
      'scanner-not-set-up',
      'patients-waiting',
      'edge-restored',
      'edge-cloned',
      'edge-replaced',
      'copy-of-another-log',
      'snapshot-needed',
      'unknown-pool',
      'pool-too-narrow',
      'details-changed',
      'letter-settled',
      'letter-not-mended',
      'backup-too-large',
      'no-backup',
      'restore-code-unknown',
      'snapshot-too-large',
      'snapshot-incomplete',
      'no-snapshot',
    ];
    const refusals = Object.entries(errorCodes)
      .filter(([, entry]) => entry.status === 409)
      .map(([code]) => code);
    const silent = refusals.filter(
      (code) => !(spokenCodes as readonly string[]).includes(code) && !neverOnTablets.includes(code),
    );
    expect(silent).toEqual([]);
  });

  it('is found in every kind of answer', () => {
    expect(refusedIn({ ok: true, value: 1 })).toBeUndefined();
    expect(refusedIn({ ok: false, unanswered: true })?.code).toBe('unreachable');
    expect(refusedIn({ ok: false, error: { code: 'storage-full', message: '' } })?.code).toBe('storage-full');
    expect(refusedIn({ ok: false, refusal: { code: 'queue-empty' } })?.code).toBe('queue-empty');
  });

  it('without words of its own is named', () => {
    expect(wordingOf('queue-empty')).toEqual({ key: 'refusal.queue-empty', params: { code: 'queue-empty' } });
    expect(wordingOf('something-new')).toEqual({ key: 'refusal.other', params: { code: 'something-new' } });
  });
});
