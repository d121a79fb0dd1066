import { expect, it } from 'vitest';
import { packagesNeededBy } from './locked-packages.ts';

const lockfile = {
  packages: {
    edge: { dependencies: { '@foyer/rules': '1', web: '1' } },
    rules: { dependencies: { clock: '1' } },
    'node_modules/@foyer/rules': { link: true, resolved: 'rules' } as const,
    'node_modules/web': { dependencies: { codec: '1' }, optionalDependencies: { fast: '1' } },
    'node_modules/web/node_modules/codec': {},
    'node_modules/codec': { dependencies: { old: '1' } },
    'node_modules/clock': {},
    'node_modules/fast': {},
    'node_modules/old': {},
    'node_modules/tester': {},
  },
};

it('follows what it depends on, through our own packages, to the copy that Node would load', () => {
  expect(packagesNeededBy('edge', lockfile)).toEqual([
    'node_modules/clock',
    'node_modules/fast',
    'node_modules/web',
    'node_modules/web/node_modules/codec',
  ]);
});
