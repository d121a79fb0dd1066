import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { defineConfig } from 'vite';

export default defineConfig(viteApp({ root: import.meta.dirname, base: '/', server: 'http://localhost:8090' }));
