import { describe, expect, it } from 'vitest';
import { longestScan } from '@foyer/contracts/scan-format.ts';
import { LineAssembler } from './line-assembler.ts';
import { SerialDecoder } from './serial-decoder.ts';

const framing = { prefix: '', suffix: '\r' };
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const licence = '@\n\x1e\rANSI 636000100002DL00410278DLDAQT64235789\nDCSSAMPLE\r';

describe('a symbol out of characters', () => {
  it('ends with the scanner’s suffix, one after another', () => {
    expect(new LineAssembler(framing).take('one\rtwo\rthr')).toEqual([{ text: 'one' }, { text: 'two' }]);
  });

  it('may have a suffix of two characters', () => {
    expect(new LineAssembler({ prefix: '', suffix: '\r\n' }).take('one\r\ntwo\r\n')).toHaveLength(2);
  });

  it('is a whole driver’s card although the suffix is within it', () => {
    const line = new LineAssembler(framing);
    expect(line.take(`${licence}\r`)).toEqual([]);
    expect(line.quiet()).toEqual([{ text: licence }]);
    expect(line.take(`]L2${licence}\r`)).toEqual([]);
    expect(line.quiet()).toEqual([{ format: 'pdf417', text: licence }]);
  });

  it('is a whole document although each row has its suffix', () => {
    const line = new LineAssembler(framing);
    expect(line.take(`${passport.join('\r')}\r`)).toEqual([]);
    expect(line.quiet()).toEqual([{ format: 'mrz', text: passport.join('\n') }]);
  });

  it('is none where its prefix is missing', () => {
    expect(new LineAssembler({ prefix: '~', suffix: '\r' }).take('one\r~two\r')).toEqual([{ text: 'two' }]);
  });

  it('is none when it is too long, and the next is one again', () => {
    const line = new LineAssembler(framing);
    expect(line.take('x'.repeat(longestScan + 10))).toEqual([]);
    expect(line.quiet()).toEqual([]);
    expect(line.take('next\r')).toEqual([{ text: 'next' }]);
  });
});

describe('a serial line', () => {
  it('gives a letter of two bytes whole although it came in two pieces', () => {
    const decoder = new SerialDecoder(framing);
    const bytes = Buffer.from('José\r');
    expect([...decoder.take(bytes.subarray(0, 4)), ...decoder.take(bytes.subarray(4))]).toEqual([{ text: 'José' }]);
  });
});
