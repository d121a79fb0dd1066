// A clinic's accent is only ever a fill behind text. On it stands ink or white, whichever reaches 7:1;
// where neither does, the accent's lightness moves the shortest way until one does.

import { contrast, parseHex } from './contrast.ts';

export const INK = '#15191A';
export const WHITE = '#FFFFFF';
const FOYER_ACCENT = '#FFC933';
const LEAST = 7;

export interface Accent {
  /** The fill, #RRGGBB; the clinic's own colour whenever that can carry text. */
  readonly fill: string;
  /** Text, edge and handle on the fill. */
  readonly on: string;
}

/** Never refuses: a text that is not a colour gives Foyer's own accent. */
export function repairAccent(wanted: string): Accent {
  const channels = parseHex(wanted);
  if (!channels) return { fill: FOYER_ACCENT, on: INK };
  const [hue, saturation, lightness] = toHsl(channels);
  for (let step = 0; step <= 1000; step += 1) {
    for (const direction of [1, -1]) {
      const moved = lightness + (direction * step) / 1000;
      if (moved < 0 || moved > 1) continue;
      const fill = step === 0 ? toHex(channels) : toHex(fromHsl(hue, saturation, moved));
      const on = [INK, WHITE].find((text) => contrast(text, fill) >= LEAST);
      if (on) return { fill, on };
    }
  }
  return { fill: FOYER_ACCENT, on: INK };
}

/** Puts the repaired accent on an element (the page's root) through the object model, which a strict CSP allows. */
export function applyAccent(root: HTMLElement, wanted: string | undefined): void {
  for (const name of ['--accent', '--called', '--on-accent', '--lit-edge']) root.style.removeProperty(name);
  if (!wanted || root.dataset['theme'] === 'contrast') return;
  const { fill, on } = repairAccent(wanted);
  root.style.setProperty('--accent', fill);
  root.style.setProperty('--called', fill);
  root.style.setProperty('--on-accent', on);
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

function toHsl([red, green, blue]: readonly [number, number, number]): [number, number, number] {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  const range = most - least;
  const lightness = (most + least) / 2;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const turn = most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [turn * 60, saturation, lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
