// Does what the frames say: keeps the modes, composes the paper, tears off a receipt at each cut.
// Invariant: the receipts depend on the frames alone. What cannot be printed becomes a note and nothing else.

import { barCode } from './bar-codes.ts';
import { enlarge, type Bitmap } from './bitmap.ts';
import { codePage, multiByteCharacter, NO_CHARACTER } from './code-pages.ts';
import { COMMANDS } from './command-table.ts';
import type { Frame } from './frame-reader.ts';
import { GraphicsStore } from './graphics-store.ts';
import { Pdf417Store, QrStore, type PrintedCode } from './matrix-codes.ts';
import { PaperRoll, type Block, type PrintArea } from './paper-roll.ts';
import { asciiCharacter, FONT_CELLS, initialModes, PAPER_WIDTH_DOTS, type PrinterModes } from './printer-modes.ts';
import type { GlyphMark, PlacedMark, Receipt } from './receipt.ts';

/** What the interpreter tells its printer. */
export interface InterpreterEvents {
  receipt(receipt: Receipt): void;
  /** Bytes for the host: status and identity, in the order of the commands that asked. */
  answer(request: 'status' | 'identity' | 'process-id', argument: Uint8Array): void;
  automaticStatus(enabled: boolean): void;
  drawer(pin: number): void;
}

const CONTROL = { HT: 0x09, LF: 0x0a, FF: 0x0c, CR: 0x0d, CAN: 0x18 } as const;
const MAX_NOTES = 50;

export class Interpreter {
  readonly roll = new PaperRoll();
  readonly graphics = new GraphicsStore();
  readonly qr = new QrStore();
  readonly pdf417 = new Pdf417Store();
  readonly userGlyphs = new Map<number, Bitmap>();
  readonly events: InterpreterEvents;
  modes: PrinterModes = initialModes();
  #qrPayloads: string[] = [];
  #codePayloads: string[] = [];
  #notes = new Set<string>();
  #lead: number | undefined;

  constructor(events: InterpreterEvents) {
    this.events = events;
  }

  apply(frame: Frame): void {
    if (frame.kind === 'character') return this.#character(frame.byte);
    if (frame.kind === 'unknown') return this.note(`skipped ${frame.name}`);
    const command = COMMANDS[frame.name];
    if (command === undefined) this.note(`ignored ${frame.name}`);
    else command(this, frame.args);
  }

  /** Tears off what is on the paper; a blank paper gives no receipt. */
  cut(): void {
    if (!this.roll.lineIsEmpty) this.roll.feedLine(this.modes.lineSpacing);
    if (!this.roll.isBlank) {
      const { marks, text, heightDots } = this.roll.tearOff();
      this.events.receipt({
        widthDots: PAPER_WIDTH_DOTS,
        heightDots,
        marks,
        text,
        qr: this.#qrPayloads,
        codes: this.#codePayloads,
        notes: [...this.#notes],
      });
    }
    this.roll.tearOff();
    this.#qrPayloads = [];
    this.#codePayloads = [];
    this.#notes = new Set();
  }

  reset(): void {
    this.roll.dropLine();
    this.modes = initialModes();
    this.userGlyphs.clear();
    this.#lead = undefined;
    this.events.automaticStatus(false);
  }

  note(text: string): void {
    if (this.#notes.size < MAX_NOTES) this.#notes.add(text);
  }

  area(): PrintArea {
    const { leftMargin, areaWidth, align, upsideDown } = this.modes;
    const left = Math.min(leftMargin, PAPER_WIDTH_DOTS);
    return {
      left,
      width: Math.max(0, Math.min(areaWidth, PAPER_WIDTH_DOTS - left)),
      align,
      upsideDown,
    };
  }

  /** A picture in the line of text (ESC *). */
  addPicture(bitmap: Bitmap): void {
    const mark = {
      kind: 'bitmap',
      bitmap,
      turn: this.modes.upsideDown ? 180 : 0,
      invert: false,
    } as const;
    this.roll.add(mark, bitmap.width, bitmap.height, 0, this.area(), this.modes.lineSpacing);
  }

  /** A picture on its own. */
  placePicture(bitmap: Bitmap, scaleX = 1, scaleY = 1): void {
    const scaled = enlarge(bitmap, scaleX, scaleY);
    this.#place({ width: scaled.width, height: scaled.height, marks: [pictureAt(scaled, 0, 0)] });
  }

  placeQr(code: PrintedCode): void {
    this.#qrPayloads.push(code.payload);
    this.placePicture(code.bitmap);
  }

  placeCode(code: PrintedCode): void {
    this.#codePayloads.push(code.payload);
    this.placePicture(code.bitmap);
  }

  placeBarCode(system: number, data: Uint8Array): void {
    const { barModule, barHeight, barText, barFont } = this.modes;
    const code = barCode(system, data, barModule, barHeight);
    if (code === undefined) return this.note(`bar code ${system} cannot carry its data`);
    this.#codePayloads.push(code.text);
    const cell = FONT_CELLS[barFont];
    const above = (barText & 1) === 1 ? cell.height : 0;
    const below = (barText & 2) === 2 ? cell.height : 0;
    const width = Math.max(code.bitmap.width, barText === 0 ? 0 : code.text.length * cell.width);
    const marks: PlacedMark[] = [pictureAt(code.bitmap, Math.floor((width - code.bitmap.width) / 2), above)];
    const textX = Math.floor((width - code.text.length * cell.width) / 2);
    if (above > 0) marks.push(...this.#textAt(code.text, barFont, textX, 0));
    if (below > 0) marks.push(...this.#textAt(code.text, barFont, textX, above + barHeight));
    this.#place({
      width,
      height: above + barHeight + below,
      marks,
      ...(barText === 0 ? {} : { text: code.text }),
    });
  }

  #place(block: Block): void {
    this.roll.place(block, this.area(), this.modes.lineSpacing);
  }

  #character(byte: number): void {
    if (this.#lead !== undefined) {
      const lead = this.#lead;
      this.#lead = undefined;
      if (byte >= 0x40) return this.#glyph(multiByteCharacter(lead, byte, 'gbk'), 24);
      this.note('half of a two-byte character');
    }
    if (byte < 0x20) return this.#control(byte);
    const user = this.modes.userCharacters ? this.userGlyphs.get(byte) : undefined;
    if (user !== undefined) return this.#userGlyph(user);
    if (byte < 0x7f) return this.#glyph(asciiCharacter(byte, this.modes.international));
    if (byte === 0x7f) return;
    if (this.modes.multiByte && byte >= 0x81 && byte < 0xff) {
      this.#lead = byte;
      return;
    }
    let page = codePage(this.modes.page);
    if (page === undefined) {
      this.note(`code page ${this.modes.page} is not known`);
      page = codePage(0);
    }
    this.#glyph(page?.[byte - 0x80] ?? NO_CHARACTER);
  }

  #control(byte: number): void {
    if (byte === CONTROL.LF || byte === CONTROL.FF) this.roll.feedLine(this.modes.lineSpacing);
    else if (byte === CONTROL.CAN) this.roll.dropLine();
    else if (byte === CONTROL.HT) this.#tab();
    else if (byte !== CONTROL.CR && byte !== 0) this.note(`control character ${byte.toString(16).padStart(2, '0')}`);
  }

  #tab(): void {
    const column = (FONT_CELLS[this.modes.font].width + this.modes.letterSpacing) * this.modes.scaleX;
    const stop = this.modes.tabs.map((tab) => tab * column).find((x) => x > this.roll.x);
    if (stop !== undefined) this.roll.moveTo(stop);
  }

  #glyph(text: string, cellWidth: number = FONT_CELLS[this.modes.font].width): void {
    const { scaleX, scaleY, sideways, upsideDown, letterSpacing, lineSpacing } = this.modes;
    const cellHeight = FONT_CELLS[this.modes.font].height;
    const turn = (((upsideDown ? 180 : 0) + (sideways ? 90 : 0)) % 360) as GlyphMark['turn'];
    const { bold, underlineDots, invert } = this.modes;
    const mark: GlyphMark = {
      kind: 'glyph',
      text,
      cellWidth,
      cellHeight,
      scaleX,
      scaleY,
      bold,
      underlineDots,
      invert,
      turn,
    };
    const width = (sideways ? cellHeight : cellWidth) * scaleX;
    const height = (sideways ? cellWidth : cellHeight) * scaleY;
    this.roll.add(mark, width, height, letterSpacing * scaleX, this.area(), lineSpacing);
  }

  #userGlyph(glyph: Bitmap): void {
    const { scaleX, scaleY, invert, upsideDown, letterSpacing, lineSpacing } = this.modes;
    const bitmap = enlarge(glyph, scaleX, scaleY);
    const mark = {
      kind: 'bitmap',
      bitmap,
      turn: upsideDown ? 180 : 0,
      invert,
      text: NO_CHARACTER,
    } as const;
    this.roll.add(mark, bitmap.width, bitmap.height, letterSpacing * scaleX, this.area(), lineSpacing);
  }

  #textAt(text: string, font: 'a' | 'b', x: number, y: number): PlacedMark[] {
    const { width, height } = FONT_CELLS[font];
    const look = {
      cellWidth: width,
      cellHeight: height,
      scaleX: 1,
      scaleY: 1,
      bold: false,
      underlineDots: 0,
      invert: false,
      turn: 0,
    } as const;
    return Array.from(text).map((character, index) => ({
      mark: { kind: 'glyph', text: character, ...look },
      x: x + index * width,
      y,
      width,
      height,
    }));
  }
}

function pictureAt(bitmap: Bitmap, x: number, y: number): PlacedMark {
  return {
    mark: { kind: 'bitmap', bitmap, turn: 0, invert: false },
    x,
    y,
    width: bitmap.width,
    height: bitmap.height,
  };
}
