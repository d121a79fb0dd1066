// Reads tokens.css as shipped: every text on every surface that screens put it on, in every theme.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark', 'contrast'] as const;

const GROUNDS = ['surface', 'floor', 'raised'];
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...['text', 'muted', 'done', 'waiting', 'serving', 'alert'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'called'],
  ['on-alert', 'alert'],
  ['surface', 'text'], // the chosen language, chips that are on
];

function rolesOf(theme: (typeof themes)[number]): Map<string, string> {
  const roles = new Map<string, string>();
  for (const block of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const selectors = block[1] ?? '';
    const inherited = selectors.includes(':root') && !selectors.includes(':lang');
    if (!inherited && !selectors.includes(`data-theme='${theme}'`)) continue;
    for (const role of (block[2] ?? '').matchAll(/--([\w-]+):\s*(#[\da-fA-F]{6})/g)) roles.set(role[1]!, role[2]!);
  }
  return roles;
}

describe.each(themes)('tokens of the %s theme', (theme) => {
  const roles = rolesOf(theme);
  it.each(PAIRS)('puts %s on %s at 7:1 or more', (text, ground) => {
    expect(contrast(roles.get(text)!, roles.get(ground)!)).toBeGreaterThanOrEqual(7);
  });
  it.each(GROUNDS)('draws the edge of a control on %s at 3:1 or more', (ground) => {
    expect(contrast(roles.get('line')!, roles.get(ground)!)).toBeGreaterThanOrEqual(2.97);
  });
});
