// What is drawn on paper in the scripts that a printer lacks, beside a browser's rendering of the same words in the same
// typeface: shaped, joined, reordered and set the same way, shape by shape. And read back by a machine.

import { readFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';

import { drawPicture } from '@foyer/edge-server/adapters/printer/draw-picture.ts';
import { epson80 } from '@foyer/edge-server/adapters/printer/printer-profile.ts';
import { familyName, fontFile, subsetsFor } from '@foyer/edge-server/adapters/printer/raster-fonts.ts';
import { launchChromium, openPage } from '@foyer/ui-kit/testing/chromium.ts';
import { type Ink, inkOf, inkOfDots, shapesOf, strayShare } from './ink.ts';
import { plain, readBack, tesseractLanguages } from './read-back.ts';

/** "Waiting room 2", or what a clinic would say so, with what is hard in the script. */
const scripts = [
  ['Arabic', 'ar', 'غرفة الانتظار (2)', 'rtl', 'ara'],
  ['Hebrew', 'he', 'חדר המתנה (2)', 'rtl', 'heb'],
  ['Thai', 'th', 'ห้องรอตรวจที่ 2', 'ltr', 'tha'],
  ['Chinese', 'zh', '候诊区二楼（请坐）', 'ltr', 'chi_sim'],
  ['Japanese', 'ja', '待合室へ働く栃木', 'ltr', 'jpn'],
  ['Korean', 'ko', '대기실 2번', 'ltr', 'kor'],
  ['Tamil', 'ta', 'காத்திருப்பு அறை', 'ltr', 'tam'],
  ['Hindi', 'hi', 'प्रतीक्षा कक्ष २', 'ltr', 'hin'],
  ['Vietnamese', 'vi', 'Phòng chờ số 2', 'ltr', 'vie'],
  ['Greek', 'el', 'Αίθουσα αναμονής', 'ltr', 'ell'],
  ['Russian', 'ru', 'Зал ожидания №2', 'ltr', 'rus'],
  ['Burmese', 'my', 'စောင့်ဆိုင်းခန်း ၂', 'ltr', 'mya'],
] as const;

const SIZE_DOTS = 46;
const WIDTH = 528;
const ROW = 80;

function drawn(language: string, start: string, direction: 'ltr' | 'rtl'): Ink {
  const line = { picture: 'line', start, sizeDots: SIZE_DOTS, bold: false, invert: false, align: 'start' } as const;
  return inkOfDots(drawPicture({ ...line, language, direction }, epson80));
}

/** All of them on one page, each in a row of its own. */
async function browsersInks(): Promise<readonly Ink[]> {
  const used = new Map(scripts.flatMap(([, , words]) => subsetsFor(words).map((one) => [familyName(one), one])));
  const faces = Array.from(used, ([name, one]) => {
    const file = readFileSync(fontFile(one, 400)).toString('base64');
    return `@font-face{font-family:"${name}";src:url(data:font/woff2;base64,${file})}`;
  });
  const rows = scripts.map(([, language, words, direction]) => {
    const families = subsetsFor(words).map((one) => `'${familyName(one)}'`);
    return `<div lang="${language}" dir="${direction}" style="font-family:${families.join()}">${words}</div>`;
  });
  const style = `body{margin:0}div{width:${WIDTH}px;height:${ROW}px;font-size:${SIZE_DOTS}px;line-height:${ROW}px;white-space:nowrap;overflow:hidden}`;
  const browser = await launchChromium();
  const { page, close } = await openPage(browser, 'about:blank', {
    viewport: { width: WIDTH, height: ROW * scripts.length },
  });
  await page.setContent(`<meta charset="utf-8"><style>${faces.join('')}${style}</style>${rows.join('')}`);
  await page.evaluate(() => document.fonts.ready);
  const picture = await loadImage(await page.screenshot());
  await close();
  await browser.close();
  const pen = createCanvas(picture.width, picture.height).getContext('2d');
  pen.drawImage(picture, 0, 0);
  return scripts.map((_, index) => inkOf(pen.getImageData(0, index * ROW, WIDTH, ROW)));
}

/** Two rasterisers round an edge differently, by a dot; a mark that is missing or elsewhere is a hundredth of the ink. */
const MOST_STRAY = 0.002;
/** Where a letter's thin stroke meets another, one may see a gap. */
const SHAPES_APART = 1;

let browser: readonly Ink[] = [];
beforeAll(async () => {
  browser = await browsersInks();
});

describe('words in a script that the printer lacks', () => {
  it.each(scripts.map((script, index) => ({ script, name: script[0], index })))(
    '$name is drawn as a browser draws it',
    ({ script: [, language, words, direction], index }) => {
      const [ours, theirs] = [drawn(language, words, direction), browser[index]!];
      expect(Math.abs(ours.width - theirs.width)).toBeLessThanOrEqual(2);
      expect(Math.abs(ours.height - theirs.height)).toBeLessThanOrEqual(2);
      expect(strayShare(ours, theirs)).toBeLessThan(MOST_STRAY);
      expect(strayShare(theirs, ours)).toBeLessThan(MOST_STRAY);
      expect(Math.abs(shapesOf(ours) - shapesOf(theirs))).toBeLessThanOrEqual(SHAPES_APART);
    },
  );

  it.each([
    ['letters that are not joined', 'Arabic', (words: string) => Array.from(words).join('\u200c')],
    ['a line that runs the wrong way', 'Hebrew', (words: string) => Array.from(words).toReversed().join('')],
    ['a mark that is missing', 'Vietnamese', (words: string) => words.replace('ờ', 'ơ')],
  ])('and %s would be seen', (_, name, spoilt) => {
    const index = scripts.findIndex(([known]) => known === name);
    const [, language, words, direction] = scripts[index]!;
    const ours = drawn(language, spoilt(words), direction);
    expect(Math.max(strayShare(ours, browser[index]!), strayShare(browser[index]!, ours))).toBeGreaterThan(MOST_STRAY);
  });

  describe('read back (skipped where Debian’s tesseract-ocr or its language is not installed)', () => {
    const installed = tesseractLanguages();
    for (const [name, language, words, direction, tesseract] of scripts) {
      it.skipIf(!installed.has(tesseract))(`${name} is read by a machine as it was written`, () => {
        expect(readBack(drawn(language, words, direction), tesseract)).toBe(plain(words));
      });
    }
  });
});
