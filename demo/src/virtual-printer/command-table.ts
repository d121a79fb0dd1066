// What each command does, one line each. A name that is missing here is read whole and ignored with a note.
// Source: Epson's ESC/POS command reference. `args` are the bytes behind the two of the prefix.

import { bitmapFromColumns, bitmapFromRows, enlarge } from './bitmap.ts';
import type { Interpreter } from './interpreter.ts';
import { Align, DEFAULT_LINE_SPACING, PAPER_WIDTH_DOTS, type PrinterModes } from './printer-modes.ts';

type Command = (printer: Interpreter, args: Uint8Array) => void;

const nothing: Command = () => undefined;

const set =
  (change: (value: number, args: Uint8Array) => Partial<PrinterModes>): Command =>
  (printer, args) => {
    Object.assign(printer.modes, change(args[0] ?? 0, args));
  };

const cut: Command = (printer) => {
  printer.cut();
};

export const COMMANDS: Readonly<Record<string, Command>> = {
  'ESC @': (printer) => printer.reset(),
  'ESC !': set((n) => ({
    font: (n & 1) === 1 ? 'b' : 'a',
    bold: (n & 8) !== 0,
    scaleY: (n & 16) === 0 ? 1 : 2,
    scaleX: (n & 32) === 0 ? 1 : 2,
    underlineDots: (n & 128) === 0 ? 0 : 1,
  })),
  'ESC -': set((n) => ({ underlineDots: ([0, 1, 2] as const)[n >= 48 ? n - 48 : n] ?? 0 })),
  'ESC E': set((n) => ({ bold: (n & 1) === 1 })),
  'ESC G': set((n) => ({ bold: (n & 1) === 1 })),
  'ESC M': set((n) => ({ font: n % 48 === 0 ? 'a' : 'b' })),
  'ESC V': set((n) => ({ sideways: n % 48 > 0 })),
  'ESC {': set((n) => ({ upsideDown: (n & 1) === 1 })),
  'ESC a': set((n) => ({
    align: ([Align.left, Align.centre, Align.right] as const)[n % 48] ?? Align.left,
  })),
  'ESC t': set((n) => ({ page: n })),
  'ESC R': set((n) => ({ international: n })),
  'ESC SP': set((n) => ({ letterSpacing: n })),
  'ESC 2': set(() => ({ lineSpacing: DEFAULT_LINE_SPACING })),
  'ESC 3': set((n) => ({ lineSpacing: n })),
  'ESC D': set((_, args) => ({ tabs: [...args.subarray(0, -1)] })),
  'ESC %': set((n) => ({ userCharacters: (n & 1) === 1 })),
  'ESC &': defineGlyphs,
  'ESC ?': (printer, [code]) => void printer.userGlyphs.delete(code ?? 0),
  'ESC $': (printer, args) => printer.roll.moveTo(u16(args, 0)),
  'ESC \\': (printer, args) => printer.roll.moveTo(printer.roll.x + signed16(args, 0)),
  'ESC J': (printer, [n]) => printer.roll.feedDots(n ?? 0),
  'ESC d': (printer, [n]) => feedLines(printer, n ?? 0),
  'ESC *': columnImage,
  'ESC p': (printer, [pin]) => printer.events.drawer((pin ?? 0) % 48),
  'ESC i': cut,
  'ESC m': cut,
  'ESC v': (printer) => printer.events.answer('status', Uint8Array.of(1)),
  'ESC u': (printer) => printer.events.answer('status', Uint8Array.of(2)),
  'ESC =': nothing,
  'ESC c': nothing,
  'ESC r': nothing,
  'ESC U': nothing,
  'ESC S': nothing,
  'ESC B': nothing,
  'ESC 0c': (printer) => printer.roll.feedLine(printer.modes.lineSpacing),

  'GS !': set((n) => ({ scaleX: ((n >> 4) & 7) + 1, scaleY: (n & 7) + 1 })),
  'GS B': set((n) => ({ invert: (n & 1) === 1 })),
  'GS L': set((_, args) => ({ leftMargin: u16(args, 0) })),
  'GS W': set((_, args) => ({ areaWidth: Math.min(u16(args, 0), PAPER_WIDTH_DOTS) })),
  'GS h': set((n) => ({ barHeight: Math.max(1, n) })),
  'GS w': set((n) => ({ barModule: Math.min(8, Math.max(1, n)) })),
  'GS H': set((n) => ({ barText: (n % 48) & 3 })),
  'GS f': set((n) => ({ barFont: n % 48 === 0 ? 'a' : 'b' })),
  'GS k': (printer, args) => printer.placeBarCode(args[0]!, args[0]! <= 6 ? args.subarray(1, -1) : args.subarray(2)),
  'GS v': (printer, args) => {
    const bitmap = bitmapFromRows(args.subarray(6), u16(args, 2), u16(args, 4));
    printer.placePicture(bitmap, args[1]! & 1 ? 2 : 1, args[1]! & 2 ? 2 : 1);
  },
  'GS (': (printer, args) => extended(printer, args[0]!, args.subarray(3)),
  'GS 8': (printer, args) => extended(printer, args[0]!, args.subarray(5)),
  'GS *': (printer, args) =>
    printer.graphics.keep('downloaded', bitmapFromColumns(args.subarray(2), args[1]!, args[0]! * 8)),
  'GS /': (printer, [mode]) => printKept(printer, 'downloaded', mode ?? 0),
  'GS V': (printer, args) => {
    if (args.length > 1) {
      if (!printer.roll.lineIsEmpty) printer.roll.feedLine(printer.modes.lineSpacing);
      printer.roll.feedDots(args[1]!);
    }
    printer.cut();
  },
  'GS r': (printer, args) => printer.events.answer('status', args),
  'GS I': (printer, args) => printer.events.answer('identity', args),
  'GS a': (printer, [n]) => printer.events.automaticStatus((n ?? 0) !== 0),
  'GS P': nothing,
  'GS b': nothing,
  'GS j': nothing,
  'GS E': nothing,

  'FS &': set(() => ({ multiByte: true })),
  'FS .': set(() => ({ multiByte: false })),
  'FS C': nothing,
  'FS S': nothing,
  'FS q': storeImages,
  'FS p': (printer, [n, mode]) => printKept(printer, `stored ${n}`, mode ?? 0),

  // The scanner of real-time requests has answered these already.
  'DLE 04': nothing,
  'DLE 05': nothing,
  'DLE 14': nothing,
};

/** GS ( X and GS 8 X: the letter, then parameters behind their length. */
function extended(printer: Interpreter, letter: number, parameters: Uint8Array): void {
  const name = String.fromCharCode(letter);
  const [first, second] = parameters;
  if (name === 'k' && first === 49) {
    const code = printer.qr.apply(second ?? 0, parameters.subarray(2));
    if (code !== undefined) printer.placeQr(code);
    else if (second === 81) printer.note('QR without data, or with more than it can carry');
  } else if (name === 'k' && first === 48) {
    const code = printer.pdf417.apply(second ?? 0, parameters.subarray(2));
    if (code !== undefined) printer.placeCode(code);
    else if (second === 81) printer.note('PDF417 without data, or with more than it can carry');
  } else if (name === 'L') {
    const bitmap = printer.graphics.apply(second ?? 0, parameters.subarray(2));
    if (bitmap !== undefined) printer.placePicture(bitmap);
  } else if (name === 'H' && second === 48) {
    printer.events.answer('process-id', parameters.subarray(2, 6));
  } else {
    printer.note(`ignored GS ( ${name}`);
  }
}

function feedLines(printer: Interpreter, lines: number): void {
  if (lines > 0) printer.roll.feedLine(printer.modes.lineSpacing);
  for (let line = 1; line < lines; line += 1) printer.roll.feedLine(printer.modes.lineSpacing);
}

/** Single density prints columns twice as wide; the 8-dot modes print rows three times as high. */
function columnImage(printer: Interpreter, args: Uint8Array): void {
  const mode = args[0]!;
  const bytesPerColumn = mode < 32 ? 1 : 3;
  const bitmap = bitmapFromColumns(args.subarray(3), bytesPerColumn, u16(args, 1));
  printer.addPicture(enlarge(bitmap, mode % 32 === 0 ? 2 : 1, mode < 32 ? 3 : 1));
}

function defineGlyphs(printer: Interpreter, args: Uint8Array): void {
  const [bytesPerColumn, first, last] = args as unknown as [number, number, number];
  let at = 3;
  for (let code = first; code <= last; code += 1) {
    const width = args[at]!;
    const data = args.subarray(at + 1, at + 1 + width * bytesPerColumn);
    printer.userGlyphs.set(code, bitmapFromColumns(data, bytesPerColumn, width));
    at += 1 + width * bytesPerColumn;
  }
}

function storeImages(printer: Interpreter, args: Uint8Array): void {
  let at = 1;
  for (let image = 1; image <= args[0]!; image += 1) {
    const width = u16(args, at) * 8;
    const bytesPerColumn = u16(args, at + 2);
    const size = width * bytesPerColumn;
    printer.graphics.keep(
      `stored ${image}`,
      bitmapFromColumns(args.subarray(at + 4, at + 4 + size), bytesPerColumn, width),
    );
    at += 4 + size;
  }
}

function printKept(printer: Interpreter, key: string, mode: number): void {
  const bitmap = printer.graphics.kept(key);
  if (bitmap === undefined) return printer.note('no picture in memory');
  printer.placePicture(bitmap, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1);
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}

function signed16(bytes: Uint8Array, at: number): number {
  const value = u16(bytes, at);
  return value >= 0x8000 ? value - 0x10000 : value;
}
