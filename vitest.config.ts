/**
 * Every test of the repository, as projects that `npm test -- --project NAME` can pick:
 * `unit` and `replacing` (beside the code), `screens` (of the UI packages), `whole` (what needs more than one package)
 * and `e2e` (browsers before a whole clinic).
 */
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const exclude = [...configDefaults.exclude, '**/.build/**', '**/dist/**'];
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };
/** What several files import is read once for all of them: a third less time, and in some projects much less. */
const together = { isolate: false };
/** A browser on a shared machine may miss a beat: what failed in one is run once more, and the report says so. */
const inBrowser = { retry: 1 };

/** They take a minute and more: begun last, one of them would go on alone after all the others. */
const longest = [
  '/demonstration/',
  '/e2e/',
  'kiosk-ui/test/',
  'display-ui/test/',
  'staff-ui/testing/',
  'admin-ui/test/',
];

const besideTheCode = [
  '{contracts,domain,firmware-config,cloud-sync,appliance,edge-server,pms-service,demo}/src/**/*.test.ts',
  'scripts/**/*.test.ts',
];
/** Beside the code too, but with a module in place of another: each in a process of its own. */
const replacing = ['edge-server/src/writer/no-patient-twice.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found === -1 ? longest.length : found;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    // Much of the time of a test in a browser is waiting: half as many again as there are processors keep them busy.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: besideTheCode,
          exclude: [...exclude, ...replacing],
          ...together,
          ...patience,
        },
      },
      {
        test: {
          name: 'replacing',
          include: replacing,
          exclude,
          ...patience,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['{ui-kit,kiosk-ui,display-ui,staff-ui,admin-ui}/**/*.test.ts'],
          exclude,
          ...together,
          ...patience,
          ...inBrowser,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/e2e/**'],
          ...together,
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
