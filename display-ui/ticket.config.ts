import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { defineConfig, type UserConfig } from 'vite';

/** The patient's pages: of a ticket, served at `/t/<public id>` by the edge and by the PMS, and of an appointment, at
 *  `/a/<address>` by the PMS. All that they load lies beside them, so that the path they are served under does not matter.
 *  They run on phones of the last five years. */
export function ticketPage(outDir: string): UserConfig {
  const pages = { index: 'index.html', appointment: 'appointment.html' };
  const page = viteApp({ root: join(import.meta.dirname, 'ticket'), base: './', pages, outDir });
  return { ...page, build: { ...page.build, target: ['es2021', 'safari15', 'chrome100'] } };
}

export default defineConfig(ticketPage(join(import.meta.dirname, 'dist/ticket')));
