// Draws what the printer has no letters or shapes for, as black and white dots.
// Measures are dots at 8 a millimetre, from the drawing of the paper ticket.

import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

import type { DirectionArrow, WaitEstimate } from '../../ports/ticket-printer.ts';
import { drawLine } from './draw-line.ts';
import { drawLogo } from './draw-logo.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Picture } from './print-steps.ts';
import { rasterFont } from './raster-fonts.ts';

/** Rows of packed dots, the leftmost in the highest bit, 1 is black. */
export interface Dots {
  readonly bytesPerRow: number;
  readonly rows: number;
  readonly data: Uint8Array;
  /** Whether it takes the whole paper and not the width between the margins. */
  readonly fullWidth: boolean;
}

export type Pen = SKRSContext2D;

const NUMBER_DOTS = 228;
const CORNER_DOTS = 12;
const ARROW_DEGREES: Readonly<Record<DirectionArrow, number>> = {
  ahead: 0,
  'right-up': 45,
  right: 90,
  back: 180,
  left: 270,
  'left-up': 315,
};

export function drawPicture(picture: Picture, profile: PrinterProfile): Dots {
  const width = profile.widthDots - 2 * profile.marginDots;
  switch (picture.picture) {
    case 'number':
      return drawNumber(picture.number, width);
    case 'wait-path':
      return paint(width, 64, (pen) => waitPath(pen, width, picture.wait, picture.direction));
    case 'door-top':
      return paint(width, 20, (pen) => {
        pen.beginPath();
        pen.roundRect(0, 0, width, 40, CORNER_DOTS);
        pen.fill();
      });
    case 'door-foot':
      return doorFoot(width, picture.direction, picture.arrow);
    case 'rule':
      return paint(width, picture.thickDots, (pen) => pen.fillRect(0, 0, width, picture.thickDots));
    case 'floor':
      return {
        ...paint(profile.widthDots, 6, (pen) => pen.fillRect(0, 0, profile.widthDots, 6)),
        fullWidth: true,
      };
    case 'logo':
      return drawLogo(picture, width);
    case 'line':
      return drawLine(picture, width, paint);
  }
}

/** A canvas of white paper, painted on in black, as dots. The width is rounded up to whole bytes. */
export function paint(width: number, height: number, draw: (pen: Pen) => void): Dots {
  const bytesPerRow = Math.ceil(width / 8);
  const rows = Math.max(1, Math.ceil(height));
  const canvas = createCanvas(bytesPerRow * 8, rows);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, bytesPerRow * 8, rows);
  pen.fillStyle = '#000';
  pen.strokeStyle = '#000';
  draw(pen);
  const pixels = pen.getImageData(0, 0, bytesPerRow * 8, rows).data;
  const data = new Uint8Array(bytesPerRow * rows);
  // Red alone, in every fourth byte: all is grey.
  for (let byte = 0, red = 0; byte < data.length; byte += 1) {
    let dots = 0;
    for (let dot = 0x80; dot > 0; dot >>= 1, red += 4) if (pixels[red]! < 128) dots |= dot;
    data[byte] = dots;
  }
  return { bytesPerRow, rows, data, fullWidth: false };
}

/** Letter in Regular, digits in Bold, as wide as the paper allows. */
function drawNumber(number: string, width: number): Dots {
  const [, letters = '', digits = ''] = /^(\D*)(.*)$/s.exec(number) ?? [];
  const parts = [
    { text: letters, bold: false },
    { text: digits, bold: true },
  ];
  const gap = letters === '' || digits === '' ? 0 : 0.06;
  const measure = (size: number): number => {
    let total = gap * size;
    paint(8, 1, (pen) => {
      for (const { text, bold } of parts) {
        setNumberFont(pen, text, size, bold);
        total += pen.measureText(text).width;
      }
    });
    return total;
  };
  const size = Math.floor(Math.min(NUMBER_DOTS, (NUMBER_DOTS * width) / measure(NUMBER_DOTS)));
  const below = /[JQ,;()/]/.test(number) ? 0.24 : 0.02;
  return paint(width, size * (0.735 + below), (pen) => {
    let x = 0;
    for (const { text, bold } of parts) {
      setNumberFont(pen, text, size, bold);
      pen.fillText(text, x, size * 0.725);
      x += pen.measureText(text).width + gap * size;
    }
  });
}

function setNumberFont(pen: Pen, text: string, size: number, bold: boolean): void {
  pen.font = rasterFont(text, size, bold);
  pen.letterSpacing = `${-0.025 * size}px`;
}

/** From a solid dot (now) along a line; the thick part is when the door may open. */
function waitPath(pen: Pen, width: number, wait: WaitEstimate, direction: 'ltr' | 'rtl'): void {
  const [from, to] = [Math.max(0, wait.fromMinutes), Math.max(wait.fromMinutes, wait.toMinutes)];
  const longest = Math.max(60, Math.ceil(to / 60) * 60);
  const [near, far, y] = [12, width - 12, 12];
  const along = (minutes: number): number => {
    const x = near + ((far - near) * minutes) / longest;
    return direction === 'rtl' ? width - x : x;
  };
  pen.fillRect(near, y - 2, far - near, 4);
  pen.beginPath();
  pen.arc(along(0), y, 10, 0, 2 * Math.PI);
  pen.fill();
  pen.font = rasterFont(wait.nowLabel + wait.minutesUnit, 24, false);
  pen.direction = direction;
  for (let quarter = 0; quarter <= 4; quarter += 1) {
    const minutes = (longest * quarter) / 4;
    pen.fillRect(along(minutes) - 2, y - 7, 4, 14);
    pen.textAlign = quarter === 0 ? 'start' : quarter === 4 ? 'end' : 'center';
    const label = quarter === 0 ? wait.nowLabel : quarter === 4 ? `${minutes} ${wait.minutesUnit}` : String(minutes);
    const edge = direction === 'rtl' ? [width, 0] : [0, width];
    pen.fillText(label, quarter === 0 ? edge[0]! : quarter === 4 ? edge[1]! : along(minutes), 54);
  }
  const [left, right] = [along(from), along(to)].toSorted((a, b) => a - b) as [number, number];
  pen.beginPath();
  pen.roundRect(left, y - 10, Math.max(8, right - left), 20, 4);
  pen.fill();
}

/** The foot of the black door: the way to it and its handle, white. */
function doorFoot(width: number, direction: 'ltr' | 'rtl', arrow: DirectionArrow | undefined): Dots {
  const height = arrow === undefined ? 40 : 84;
  return paint(width, height, (pen) => {
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = '#fff';
    pen.strokeStyle = '#fff';
    const sided = (x: number): number => (direction === 'rtl' ? width - x : x);
    pen.beginPath();
    pen.arc(sided(width - 36), height / 2 - 6, 11, 0, 2 * Math.PI);
    pen.fill();
    if (arrow !== undefined) drawArrow(pen, sided(56), height / 2, ARROW_DEGREES[arrow]);
  });
}

function drawArrow(pen: Pen, x: number, y: number, degrees: number): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate((degrees * Math.PI) / 180);
  pen.lineWidth = 8;
  pen.lineCap = 'square';
  pen.beginPath();
  pen.moveTo(0, 24);
  pen.lineTo(0, -24);
  pen.moveTo(-20, -4);
  pen.lineTo(0, -26);
  pen.lineTo(20, -4);
  pen.stroke();
  pen.restore();
}
