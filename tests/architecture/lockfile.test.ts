import { describe, expect, it } from 'vitest';
import { readText } from './repository.ts';

interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readText('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Where Node would find it from there: beside it, or further up. */
function isLocked(from: string, name: string): boolean {
  const place = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (place in packages) return true;
  if (from === '') return false;
  return isLocked(from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '', name);
}

describe('the lockfile', () => {
  it('holds the packages of every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(place, name)),
    );
    expect(missing).toEqual([]);
  });

  it('pins every package that is asked for, exactly', () => {
    const asked = Object.entries(packages)
      .filter(([place]) => !place.includes('node_modules/'))
      .flatMap(([, entry]) =>
        Object.entries({
          ...entry.dependencies,
          ...entry.devDependencies,
          ...entry.optionalDependencies,
        }),
      );
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
