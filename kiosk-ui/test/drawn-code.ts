// A code as a camera sees it: drawn into a picture, and a film of that picture for a camera that is none.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode, type WriterOptions } from 'zxing-wasm/writer';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
const FRAMES = 10;
const WHITE = 255;

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** A byte for each point, from black to white. */
  readonly grey: Uint8Array;
}

/** In the middle of white, each of its modules of `scale` points. */
export async function drawCode(
  text: string,
  format: NonNullable<WriterOptions['format']>,
  { width = 640, height = 480, scale = 3 } = {},
): Promise<GreyPicture> {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const { symbol, error } = await writeBarcode(text, { format });
  if (error) throw new Error(error);
  const grey = new Uint8Array(width * height).fill(WHITE);
  const left = Math.floor((width - symbol.width * scale) / 2);
  const top = Math.floor((height - symbol.height * scale) / 2);
  for (let y = 0; y < symbol.height * scale; y += 1) {
    for (let x = 0; x < symbol.width * scale; x += 1) {
      const module = symbol.data[Math.floor(y / scale) * symbol.width + Math.floor(x / scale)] ?? WHITE;
      grey[(top + y) * width + left + x] = module;
    }
  }
  return { width, height, grey };
}

/** As a page has it. */
export function asImageData({ width, height, grey }: GreyPicture): Pick<ImageData, 'data' | 'width' | 'height'> {
  const data = new Uint8ClampedArray(grey.length * 4);
  for (const [index, value] of grey.entries()) data.set([value, value, value, WHITE], index * 4);
  return { width, height, data };
}

/** For `--use-file-for-fake-video-capture`: YUV4MPEG2, with no colour in it. */
export function writeFilm(path: string, { width, height, grey }: GreyPicture): void {
  const colourless = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\n`);
  writeFileSync(path, Buffer.concat([head, ...Array<Buffer>(FRAMES).fill(frame)]));
}
