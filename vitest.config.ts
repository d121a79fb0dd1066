/**
 * Every test of the repository, as projects that `npm test -- --project NAME` can pick:
 * `unit` (beside the code), `screens` (of the UI packages), `whole` (what needs more than one package)
 * and `e2e` (browsers, one file after the other).
 */
import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, '**/.build/**', '**/dist/**'];
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };
/** A browser on a shared machine may miss a beat: what failed in one is run once more, and the report says so. */
const inBrowser = { retry: 1 };

export default defineConfig({
  test: {
    pool: 'forks',
    // Much of the time of a test in a browser is waiting: half as many again as there are processors keep them busy.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() * 1.5)),
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{contracts,domain,firmware-config,cloud-sync,edge-server,pms-service,demo}/src/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude,
          ...patience,
        },
      },
      {
        test: {
          name: 'screens',
          include: ['{ui-kit,kiosk-ui,display-ui,staff-ui,admin-ui}/**/*.test.ts'],
          exclude,
          ...patience,
          ...inBrowser,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: [...exclude, 'tests/e2e/**'],
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
