// Paper as a picture, from the plan that the printer gets: what is seen on a tablet is what comes out, dot for dot but for
// the printer's own letters, which are set in cells of the same size.

import { createCanvas } from '@napi-rs/canvas';
import qrCode from 'qrcode';

import type { PaperPictures } from '../../ports/paper-proofs.ts';
import type { Paper } from '../../ports/ticket-printer.ts';
import { cellFont } from './cell-font.ts';
import { drawPicture, type Dots, type Pen } from './draw-picture.ts';
import { planDocument } from './plan-print.ts';
import { cellHeightDots, cellWidthDots, type PrinterProfile } from './printer-profile.ts';
import type { PrintStep, TextLine } from './print-steps.ts';

/** Empty paper above and below. */
const EDGE_DOTS = 40;
const CUT_DOTS = 64;
const LINE_GAP_DOTS = 6;
const BASELINE = 0.79;
/** Red, green, blue and opacity, the last in the highest byte. */
const BLACK = 0xff000000;
const WHITE = 0xffffffff;

/** A piece of paper as high as `rows`, drawn from its top. */
interface Strip {
  readonly rows: number;
  readonly draw: (pen: Pen, top: number) => void;
}

export class PaperPainter implements PaperPictures {
  readonly #profile: PrinterProfile;

  constructor(profile: PrinterProfile) {
    this.#profile = profile;
  }

  async png(paper: Paper): Promise<Uint8Array> {
    const { widthDots } = this.#profile;
    const strips = planDocument(paper, this.#profile).map((step) => this.#stripOf(step));
    const rows = strips.reduce((sum, strip) => sum + strip.rows, 2 * EDGE_DOTS);
    const canvas = createCanvas(widthDots, rows);
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, widthDots, rows);
    pen.fillStyle = '#000';
    let top = EDGE_DOTS;
    for (const strip of strips) {
      strip.draw(pen, top);
      top += strip.rows;
    }
    return canvas.encode('png');
  }

  #stripOf(step: PrintStep): Strip {
    const { marginDots, widthDots } = this.#profile;
    switch (step.kind) {
      case 'text-line':
        return textStrip(step, marginDots);
      case 'picture': {
        const dots = drawPicture(step.picture, this.#profile);
        return { rows: dots.rows, draw: (pen, top) => putDots(pen, dots, dots.fullWidth ? 0 : marginDots, top) };
      }
      case 'qr':
        return codeStrip(step.address, step.moduleDots, widthDots);
      case 'space':
        return { rows: step.dots, draw: () => undefined };
      case 'cut':
        return cutStrip(widthDots);
      case 'fail':
      case 'begin':
      case 'send':
      case 'confirm':
        return { rows: 0, draw: () => undefined };
    }
  }
}

function textStrip({ runs, size, invert }: TextLine, marginDots: number): Strip {
  const [width, height] = [cellWidthDots * size, cellHeightDots * size];
  const columns = runs.reduce((sum, { text }) => sum + text.length, 0);
  return {
    rows: height + (invert ? 0 : LINE_GAP_DOTS),
    draw: (pen, top) => {
      if (invert) pen.fillRect(marginDots, top, columns * width, height);
      pen.fillStyle = invert ? '#fff' : '#000';
      pen.textAlign = 'left';
      pen.direction = 'ltr';
      let at = 0;
      for (const { text, bold } of runs) {
        pen.font = cellFont(width, bold);
        for (const letter of text) {
          if (letter !== ' ') pen.fillText(letter, marginDots + at * width, top + Math.round(height * BASELINE));
          at += 1;
        }
      }
      pen.fillStyle = '#000';
    },
  };
}

function putDots(pen: Pen, { bytesPerRow, rows, data }: Dots, left: number, top: number): void {
  const width = bytesPerRow * 8;
  const image = pen.createImageData(width, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let dot = 0; dot < pixels.length; dot += 1) {
    pixels[dot] = (data[dot >> 3]! >> (7 - (dot & 7))) & 1 ? BLACK : WHITE;
  }
  pen.putImageData(image, left, top);
}

function codeStrip(address: string, moduleDots: number, widthDots: number): Strip {
  const { modules } = qrCode.create(address, { errorCorrectionLevel: 'M' });
  const side = modules.size * moduleDots;
  const left = Math.floor((widthDots - side) / 2);
  return {
    rows: side,
    draw: (pen, top) => {
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column)) {
            pen.fillRect(left + column * moduleDots, top + row * moduleDots, moduleDots, moduleDots);
          }
        }
      }
    },
  };
}

/** Where the knife goes through, as a row of dashes. */
function cutStrip(widthDots: number): Strip {
  return {
    rows: CUT_DOTS,
    draw: (pen, top) => {
      for (let x = 0; x < widthDots; x += 24) pen.fillRect(x, top + CUT_DOTS / 2, 12, 2);
    },
  };
}
