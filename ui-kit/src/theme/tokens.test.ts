// Reads tokens.css as shipped, and the styles of every screen: each text on each ground that any of them puts it on, in
// every theme.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usedColours } from '../../testing/used-pairs.ts';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark', 'contrast'] as const;
const repository = join(import.meta.dirname, '../../..');

/** What a screen, what stands on it, and what is below the floor are made of: any text may come to stand on them. */
const GROUNDS = ['surface', 'floor', 'raised'];
/** Colours of placeholders that say nothing, and fills of lines, dots and disks: no word is in them or on them. */
const SIGNS = ['hair'];
const FILLS = ['text', 'line', 'serving', 'accent', 'on-accent'];

const used = usedColours(stylesOfScreens(), new Set(rolesOf('light').keys()));
const texts = new Set(['text', 'waiting', ...used.texts].filter((role) => !SIGNS.includes(role)));
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ...[...texts].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...used.pairs,
  ['on-accent', 'called'],
];

function stylesOfScreens(): string[] {
  const folders = '{ui-kit,kiosk-ui,display-ui,display-ui/ticket,staff-ui,admin-ui,demo}/src/**/*.{ts,css}';
  return globSync(folders, { cwd: repository, exclude: ['**/*.test.ts'] }).map((file) =>
    readFileSync(join(repository, file), 'utf8'),
  );
}

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

describe('the colours of the screens', () => {
  it('are found in their styles', () => {
    expect(used.pairs).toContainEqual(['on-accent', 'accent']);
    expect(used.pairs).toContainEqual(['surface', 'text']);
    expect(used.texts).toEqual(expect.arrayContaining(['muted', 'alert', 'serving']));
  });
  it('put words on no ground that is not tried', () => {
    expect(used.grounds.filter((role) => !GROUNDS.includes(role) && !FILLS.includes(role))).toEqual([]);
  });
});

describe.each(themes)('tokens of the %s theme', (theme) => {
  const roles = rolesOf(theme);
  it.each(PAIRS)('puts %s on %s at 7:1 or more', (text, ground) => {
    expect(contrast(roles.get(text)!, roles.get(ground)!)).toBeGreaterThanOrEqual(7);
  });
  it.each(GROUNDS)('draws the edge of a control on %s at 3:1 or more', (ground) => {
    expect(contrast(roles.get('line')!, roles.get(ground)!)).toBeGreaterThanOrEqual(2.97);
  });
});
