// Draws a receipt as a PNG, one dot a pixel, as it would lie on the counter.

import { createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas';

import type { Bitmap } from './bitmap.ts';
import { blockParts } from './block-characters.ts';
import { printerFont } from './printer-fonts.ts';
import type { BitmapMark, GlyphMark, PlacedMark, Receipt } from './receipt.ts';

/** Longer paper is cut off in the picture, not in the receipt. */
const MAX_HEIGHT_DOTS = 16_000;
/** Bare paper above and below. */
const EDGE_DOTS = 24;
const SIZE_IN_CELL = 20 / 24;
const BASELINE_IN_CELL = 0.77;

/** The receipt as a PNG, `widthDots` wide. */
export function paintReceipt(receipt: Receipt): Buffer {
  const height = Math.min(MAX_HEIGHT_DOTS, Math.ceil(receipt.heightDots) + 2 * EDGE_DOTS);
  const canvas = createCanvas(receipt.widthDots, height);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, receipt.widthDots, height);
  paper.translate(0, EDGE_DOTS);
  for (const placed of receipt.marks) if (placed.y < height) paintMark(paper, placed);
  return canvas.toBuffer('image/png');
}

function paintMark(paper: SKRSContext2D, placed: PlacedMark): void {
  const { mark, x, y, width, height } = placed;
  if (mark.kind === 'bitmap' && mark.turn === 0) return paintBitmap(paper, mark, x, y);
  paper.save();
  paper.translate(x + width / 2, y + height / 2);
  paper.rotate((mark.turn * Math.PI) / 180);
  if (mark.kind === 'bitmap') {
    paper.translate(-width / 2, -height / 2);
    paintBitmap(paper, mark, 0, 0);
  } else {
    const turned = mark.turn % 180 !== 0;
    paper.scale(turned ? height / mark.cellWidth : mark.scaleX, turned ? width / mark.cellHeight : mark.scaleY);
    paper.translate(-mark.cellWidth / 2, -mark.cellHeight / 2);
    paintGlyph(paper, mark);
  }
  paper.restore();
}

function paintGlyph(paper: SKRSContext2D, mark: GlyphMark): void {
  const { cellWidth, cellHeight } = mark;
  if (mark.invert) {
    paper.fillStyle = '#000';
    paper.fillRect(0, 0, cellWidth, cellHeight);
  }
  paper.fillStyle = mark.invert ? '#fff' : '#000';
  if (mark.underlineDots > 0) paper.fillRect(0, cellHeight - mark.underlineDots, cellWidth, mark.underlineDots);
  const parts = blockParts(mark.text, cellWidth, cellHeight);
  if (parts !== undefined) {
    for (const part of parts) {
      paper.globalAlpha = part.opacity ?? 1;
      paper.fillRect(part.x * cellWidth, part.y * cellHeight, part.width * cellWidth, part.height * cellHeight);
    }
    paper.globalAlpha = 1;
    return;
  }
  const text = mark.text.normalize('NFKC');
  paper.font = printerFont(cellHeight * SIZE_IN_CELL, mark.bold);
  const natural = paper.measureText(text).width;
  const squeeze = natural > cellWidth + 0.5 ? cellWidth / natural : 1;
  paper.translate((cellWidth - natural * squeeze) / 2, cellHeight * BASELINE_IN_CELL);
  paper.scale(squeeze, 1);
  paper.fillText(text, 0, 0);
}

function paintBitmap(paper: SKRSContext2D, { bitmap, invert }: BitmapMark, x: number, y: number): void {
  const image = createCanvas(Math.max(1, bitmap.width), Math.max(1, bitmap.height));
  image.getContext('2d').putImageData(blackDots(bitmap, invert), 0, 0);
  paper.drawImage(image, x, y);
}

/** Black where the picture prints, nothing elsewhere, so that pictures lie over one another as on paper. */
function blackDots({ width, height, dots }: Bitmap, invert: boolean): ImageData {
  const pixels = new Uint8ClampedArray(Math.max(1, width) * Math.max(1, height) * 4);
  dots.forEach((dot, index) => {
    if ((dot === 1) !== invert) pixels[index * 4 + 3] = 255;
  });
  return new ImageData(pixels, Math.max(1, width), Math.max(1, height));
}
