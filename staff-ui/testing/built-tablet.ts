// The tablet's pages as they are shipped.

import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { tabletPages } from '../tablet-pages.ts';

export function builtTablet(): Promise<string> {
  const root = join(import.meta.dirname, '..');
  return builtPages('staff', (outDir) => viteApp({ root, base: '/staff/', outDir, pages: tabletPages }), 'dist');
}
