// Print read by a machine: Debian's tesseract, where it and the language are installed.

import { execFileSync, spawnSync } from 'node:child_process';
import { createCanvas } from '@napi-rs/canvas';
import type { Ink } from './ink.ts';

const MARGIN = 24;

/** Empty where there is no tesseract. */
export function tesseractLanguages(): ReadonlySet<string> {
  const { status, stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  return new Set(status === 0 ? stdout.split('\n').slice(1) : []);
}

/** The one line that it sees, as `plain`. */
export function readBack(ink: Ink, language: string): string {
  const [width, height] = [ink.width + 2 * MARGIN, ink.height + 2 * MARGIN];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#000';
  ink.black.forEach((isBlack, at) => {
    if (isBlack) pen.fillRect(MARGIN + (at % ink.width), MARGIN + Math.floor(at / ink.width), 1, 1);
  });
  const read = execFileSync('tesseract', ['stdin', 'stdout', '-l', language, '--psm', '7', '--dpi', '203'], {
    input: canvas.toBuffer('image/png'),
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return plain(read);
}

/** Letters and digits alone: brackets of different scripts look alike, and no space has ink. */
export function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/[\p{Cf}\p{P}\s]/gu, '');
}
