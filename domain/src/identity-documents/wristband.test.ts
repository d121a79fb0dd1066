import { describe, expect, it } from 'vitest';
import { gs1Holds } from './gs1-elements.ts';
import { bands } from './specimens.ts';
import { readWristband } from './wristband.ts';

const gs = '\x1d';

describe('a wristband of GS1', () => {
  it.each([
    ['of the patient', bands.patient, 'GSRN', '061414112345678902'],
    ['with what a reader puts before it', `]C1${bands.patient}`, 'GSRN', '061414112345678902'],
    [
      'as a matrix, its separators as they were',
      `${gs}${bands.patient}${gs}80191${gs}91RX4`,
      'GSRN',
      '061414112345678902',
    ],
    ['after the birth date of somebody', `11560307${bands.patient}`, 'GSRN', '061414112345678902'],
    ['of a logistic unit', bands.unit, 'SSCC', '106141412345678908'],
    ['of one band among its kind', bands.numbered, 'SGTIN', '06141411234524.A-17'],
  ])('is read: %s', (_what, text, key, number) => {
    expect(readWristband(text)).toEqual({ ok: true, document: { key, number } });
  });

  it.each([
    ['with a digit read wrong', bands.patient.replace('614', '615'), 'document-check-digit', '8018'],
    ['cut short', bands.patient.slice(0, -2), 'document-field', '8018'],
    ['of its kind and no number', bands.numbered.slice(0, 16), 'document-field', '21'],
    ['of who gives care', `8017${bands.patient.slice(4)}`, 'document-unknown', undefined],
    ['that says two patients', `${bands.patient}${gs}8018061414112345678919`, 'document-field', '8018'],
    ['with an identifier that no band has', '7003250101', 'document-unreadable', undefined],
    ['with nothing in it', gs, 'document-unreadable', undefined],
    ['of 4 KB', `21${'A'.repeat(4_000)}`, 'document-too-long', undefined],
  ])('is refused: %s', (_what, text, code, path) => {
    expect(readWristband(text)).toEqual({ ok: false, code, ...(path === undefined ? {} : { path }) });
  });

  it('counts check digits as the general specifications do', () => {
    expect(gs1Holds('6291041500213')).toBe(true);
    expect(gs1Holds('6291041500214')).toBe(false);
  });
});
