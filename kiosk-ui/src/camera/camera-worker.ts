// Finds the code in each picture of the camera, beside the page, so that nobody's touch waits for it. Its WebAssembly is
// fetched from the edge when the first picture comes. Nothing of a picture is kept.

import { prepareZXingModule } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Scan } from '../session/acts.ts';
import { readCode } from './read-code.ts';

export type CameraAnswer = { readonly scan: Scan | undefined } | { readonly broken: true };

prepareZXingModule({ overrides: { locateFile: () => wasm } });

addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
  void answerTo(data).then((answer) => postMessage(answer));
});

async function answerTo(picture: ImageData): Promise<CameraAnswer> {
  try {
    return { scan: await readCode(picture) };
  } catch {
    return { broken: true };
  }
}
