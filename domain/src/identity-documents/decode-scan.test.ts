import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanFormats } from '@foyer/contracts/scan-format.ts';
import { encodeCheckInCode } from './check-in-code.ts';
import { decodeScan, type Scanned } from './decode-scan.ts';
import { bands, healthCard, licenceOf2000, licenceOf2020, zones } from './specimens.ts';

const context = { today: '2020-01-01', cardFormats: [healthCard] };
const decode = (text: string, format?: Scanned['format']) => decodeScan({ text, format }, context);
const code = encodeCheckInCode(
  {
    clinicId: '01990000-0000-7000-8000-000000000001',
    appointmentId: '01990000-0000-7000-8000-000000000002',
    businessDay: '2020-01-01',
  },
  new Uint8Array(64),
);

describe('what was scanned', () => {
  it.each([
    ['check-in-code', code, 'qr'],
    ['travel-document', zones.passport, 'mrz'],
    ['travel-document', zones.card, undefined],
    ['driving-licence', licenceOf2020, 'pdf417'],
    ['driving-licence', licenceOf2000, undefined],
    ['wristband', `]d2${bands.patient}`, undefined],
    ['wristband', bands.numbered, 'gs1-data-matrix'],
    ['wristband', bands.patient, 'code128'],
    ['card', '943 476 5919', 'code128'],
    ['number', 'MRN-0004711', 'code128'],
    ['number', 'https://example.com', 'qr'],
  ] as const)('is known for a %s', (kind, text, format) => {
    expect(decode(text, format)).toMatchObject({ ok: true, kind });
  });

  it.each([
    ['of another kind than its reader says', zones.passport.slice(10), 'mrz', 'document-unreadable'],
    ['a code of ours that is broken', code.slice(0, -4), 'qr', 'code-invalid'],
    ['a card whose checksum does not hold', '943 476 5918', 'code128', 'document-check-digit'],
    ['an address that is too long for a number', `https://example.com/${'x'.repeat(60)}`, 'qr', 'code-invalid'],
    ['nothing', ' ', 'qr', 'code-invalid'],
    ['more than 4 KB', 'x'.repeat(4_097), 'qr', 'document-too-long'],
  ] as const)('is refused by its own kind: %s', (_what, text, format, refusal) => {
    expect(decode(text, format)).toMatchObject({ ok: false, code: refusal });
  });

  it('is never thrown at, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, ...scanFormats), (text, format) => {
        const decoded = decode(text, format);
        expect(decoded.ok ? 'document' in decoded : decoded.code !== undefined).toBe(true);
      }),
    );
  });
});
