// Steps as ESC/POS: the one file that knows node-thermal-printer. Invariants: text reaches it only cleaned and only
// in letters of the code page; no picture spells a real-time request, which printers obey even inside a picture.

import type { CodePage } from '@foyer/firmware-config/printers/printer-profile.ts';
import { PrinterTypes, ThermalPrinter, BreakLine, CharacterSet } from 'node-thermal-printer';

import { inPages } from './code-pages.ts';
import type { Dots } from './draw-picture.ts';
import { cellHeightDots, type PrinterProfile } from './printer-profile.ts';
import type { TextLine } from './print-steps.ts';

/** Where every line is drawn, some page is switched on all the same. */
const USUAL_PAGE = 'WPC1252' satisfies CodePage;

const GS = 0x1d;
const ESC = 0x1b;
const DLE = 0x10;
/** What turns a DLE into a real-time request: EOT, ENQ, DC4. */
const REAL_TIME = new Set([0x04, 0x05, 0x14]);
const LINE_GAP_DOTS = 6;
/** Printers with small buffers take pictures in bands. */
const BAND_ROWS = 240;
const FEED_TO_CUTTER_DOTS = 120;
const NOTHING = Buffer.alloc(0);

/** One document on its way to becoming bytes. */
export class EscPosBytes {
  readonly #profile: PrinterProfile;
  readonly #printer: ThermalPrinter;
  /** What is done: the library copies all that it holds with every command. */
  readonly #done: Uint8Array[] = [];
  #page: CodePage;
  /** A cut makes the printer forget its page and margins. */
  #hasForgotten = false;

  constructor(profile: PrinterProfile) {
    this.#profile = profile;
    this.#page = profile.codePages[0] ?? USUAL_PAGE;
    this.#printer = new ThermalPrinter({
      type: PrinterTypes.EPSON,
      interface: '',
      characterSet: CharacterSet[this.#page],
      breakLine: BreakLine.NONE,
    });
  }

  begin(): void {
    this.#printer.setBuffer(NOTHING);
    this.#add(Buffer.of(ESC, 0x40));
    this.#setUp();
  }

  textLine({ runs, size, invert }: TextLine): void {
    this.#remember();
    const printer = this.#printer;
    printer.setLineSpacing(cellHeightDots * size + (invert ? 0 : LINE_GAP_DOTS));
    printer.setTextSize(size - 1, size - 1);
    if (invert) printer.invert(true);
    for (const { text, bold } of runs) {
      if (bold) printer.bold(true);
      this.#letters(text);
      if (bold) printer.bold(false);
    }
    printer.newLine();
    if (invert) printer.invert(false);
    if (size > 1) printer.setTextSize(0, 0);
  }

  picture({ bytesPerRow, rows, data, fullWidth }: Dots): void {
    this.#remember();
    if (fullWidth) this.#margin(0);
    const safe = withoutRealTimeRequests(data);
    for (let row = 0; row < rows; row += BAND_ROWS) {
      const band = Math.min(BAND_ROWS, rows - row);
      this.#add(Buffer.of(GS, 0x76, 0x30, 0, bytesPerRow, 0, band, 0));
      this.#add(safe.subarray(row * bytesPerRow, (row + band) * bytesPerRow));
    }
    if (fullWidth) this.#margin(this.#profile.marginDots);
  }

  qr(address: string, moduleDots: number): void {
    this.#remember();
    this.#printer.alignCenter();
    this.#printer.printQR(address, { cellSize: moduleDots, correction: 'M', model: 2 });
    this.#printer.alignLeft();
  }

  space(dots: number): void {
    this.#add(Buffer.of(ESC, 0x4a, dots));
  }

  cut(): void {
    this.space(FEED_TO_CUTTER_DOTS);
    if (this.#profile.cutter === 'partial') this.#printer.partialCut({ verticalTabAmount: 0 });
    else if (this.#profile.cutter === 'full') this.#printer.cut({ verticalTabAmount: 0 });
    this.#hasForgotten = this.#profile.cutter !== 'none';
  }

  bytes(): Uint8Array {
    this.#add(NOTHING);
    return Buffer.concat(this.#done);
  }

  /** Behind what the library was told so far. */
  #add(bytes: Uint8Array): void {
    this.#done.push(this.#printer.getBuffer(), bytes);
    this.#printer.setBuffer(NOTHING);
  }

  #letters(text: string): void {
    for (const { page, bytes } of inPages(text, this.#profile.codePages, this.#page)) {
      if (page !== this.#page) this.#turnTo(page);
      this.#add(bytes);
    }
  }

  #remember(): void {
    if (!this.#hasForgotten) return;
    this.#hasForgotten = false;
    this.#setUp();
  }

  #setUp(): void {
    this.#turnTo(this.#profile.codePages[0] ?? USUAL_PAGE);
    this.#margin(this.#profile.marginDots);
  }

  #turnTo(page: CodePage): void {
    this.#printer.setCharacterSet(CharacterSet[page]);
    this.#page = page;
  }

  #margin(dots: number): void {
    const width = this.#profile.widthDots - 2 * dots;
    this.#add(Buffer.of(GS, 0x4c, dots % 256, dots >> 8));
    this.#add(Buffer.of(GS, 0x57, width % 256, width >> 8));
  }
}

/** The same picture with one more dot wherever its bytes would have asked the printer something. */
export function withoutRealTimeRequests(data: Uint8Array): Uint8Array {
  const safe = Uint8Array.from(data);
  for (let at = 0; at + 1 < safe.length; at += 1) {
    if (safe[at] === DLE && REAL_TIME.has(safe[at + 1]!)) safe[at] = 0x30;
  }
  return safe;
}
