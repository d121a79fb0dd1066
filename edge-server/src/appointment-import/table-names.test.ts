import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partedName, plainCell, plainPhone } from './table-names.ts';

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("http://x")', 'HYPERLINK("http://x")'],
    ['+cmd|calc', 'cmd|calc'],
    ['-2+3', '2+3'],
    ['@SUM(A1)', 'SUM(A1)'],
    ['= = @Ana', 'Ana'],
    ['="0042"', '0042'],
    ['Ana\u202e Ruiz\u0007', 'Ana Ruiz'],
  ])('%s is text and no formula: %s', (cell, text) => {
    expect(plainCell(cell)).toBe(text);
  });

  it('never begins with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '"', 'a') }), (cell) => {
        expect(plainCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('a telephone', () => {
  it.each([
    ['+34 600 100 200', '+34 600 100 200'],
    ['="0600100200"', '0600100200'],
    ['(020) 7946-0018', '(020) 7946-0018'],
    ['٠٥٠١٢٣٤٥٦٧', '0501234567'],
  ])('%s is kept as %s', (cell, phone) => {
    expect(plainPhone(cell)).toBe(phone);
  });

  it.each(['call the daughter', '12', '+cmd|calc', '1'.repeat(40)])('%s is none', (cell) => {
    expect(plainPhone(cell)).toBeUndefined();
  });
});

describe('a whole name', () => {
  it('is parted by its comma, or before its last word', () => {
    expect(partedName('García López, Ana')).toEqual({ given: 'Ana', family: 'García López' });
    expect(partedName('Ana María Ruiz')).toEqual({ given: 'Ana María', family: 'Ruiz' });
    expect(partedName('王小明')).toEqual({ given: '王小明' });
  });
});
