import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { defineConfig, type UserConfig } from 'vite';

/** The patient's page, served at `/t/<public id>` by the edge and by the PMS. Everything it loads lies beside it, so
 *  that the path it is served under does not matter. It runs on phones of the last five years. */
export function ticketPage(outDir: string): UserConfig {
  const page = viteApp({ root: join(import.meta.dirname, 'ticket'), base: './', outDir });
  return { ...page, build: { ...page.build, target: ['es2021', 'safari15', 'chrome100'] } };
}

export default defineConfig(ticketPage(join(import.meta.dirname, 'dist/ticket')));
