import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { defineConfig } from 'vite';
import { tabletPages } from './tablet-pages.ts';

export default defineConfig(viteApp({ root: import.meta.dirname, base: '/staff/', pages: tabletPages }));
