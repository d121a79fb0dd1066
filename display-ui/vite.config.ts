import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { defineConfig } from 'vite';

/** The wall display. `ticket.config.ts` builds the patient's page beside it, into `dist/ticket`. */
export default defineConfig(viteApp({ root: import.meta.dirname, base: '/display/', offline: true }));
