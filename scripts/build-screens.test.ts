import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from '../ui-kit/build/sources-hash.ts';
import { listScreens } from './build-screens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-screens-'));
  mkdirSync(join(folder, 'kiosk-ui', 'src'), { recursive: true });
  writeFileSync(join(folder, 'kiosk-ui', 'src', 'main.ts'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

const hash = (): string => hashSources([join(folder, 'kiosk-ui')], folder);

describe('hash of the sources', () => {
  it('stays the same while no source changes', () => {
    const before = hash();
    mkdirSync(join(folder, 'kiosk-ui', 'dist'));
    writeFileSync(join(folder, 'kiosk-ui', 'dist', 'main.js'), 'built');
    writeFileSync(join(folder, 'kiosk-ui', 'src', 'main.test.ts'), 'a test');
    expect(hash()).toBe(before);
  });

  it('changes with a content, with a name and with a new file', () => {
    const seen = new Set([hash()]);
    writeFileSync(join(folder, 'kiosk-ui', 'src', 'main.ts'), 'two');
    seen.add(hash());
    writeFileSync(join(folder, 'kiosk-ui', 'src', 'other.ts'), '');
    seen.add(hash());
    rmSync(join(folder, 'kiosk-ui', 'src', 'other.ts'));
    writeFileSync(join(folder, 'kiosk-ui', 'src', 'another.ts'), '');
    seen.add(hash());
    expect(seen.size).toBe(4);
  });
});

describe('list of screens', () => {
  it('holds the folders that can be built', () => {
    writeFileSync(join(folder, 'kiosk-ui', 'vite.config.ts'), '');
    mkdirSync(join(folder, 'plain-ui'));
    expect(listScreens(folder)).toEqual(['kiosk-ui']);
  });
});
