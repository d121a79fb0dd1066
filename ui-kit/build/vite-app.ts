// How every screen is built. One factory, so that all of them keep the same promises: nothing inline that a strict CSP
// refuses, fonts from our own server, hashed names, pre-compressed files, and, where asked, a service worker that brings
// the page up with the server down.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { generateSW } from 'workbox-build';
import { compressFiles } from './compress.ts';
import { makeFonts, type FontSheets } from './fonts.ts';

export interface AppOptions {
  /** The app's folder: `import.meta.dirname`. */
  readonly root: string;
  /** Where its server serves it: '/kiosk/'. */
  readonly base: string;
  /** Pages beside index.html: { ticket: 'ticket.html' }. With it, name index.html too where it is wanted. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly outDir?: string;
  /** A service worker whose pages come up without a server; these fall back to index.html. */
  readonly offline?: boolean;
  /** Where `vite` (dev) passes /api and /socket.io on to. */
  readonly server?: string;
}

export function viteApp(options: AppOptions): UserConfig {
  const { root, base, pages, outDir = join(root, 'dist'), server = 'http://localhost:8080' } = options;
  return {
    root,
    base,
    clearScreen: false,
    plugins: [fontsPlugin(root, base), finishPlugin(options, outDir)],
    server: {
      fs: { allow: [join(root, '..')] },
      proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 300,
      reportCompressedSize: false,
      ...(pages ? { rolldownOptions: { input: mapValues(pages, (page) => join(root, page)) } } : {}),
    },
  };
}

const FONT_SHEETS: Readonly<Record<string, keyof FontSheets>> = {
  'virtual:foyer-fonts.css': 'main',
  'virtual:foyer-han.css': 'han',
};

/** `import 'virtual:foyer-fonts.css'` in an app's main.ts: subsets of what its own and the shared strings say. */
function fontsPlugin(root: string, base: string): Plugin {
  let sheets: Promise<FontSheets> | undefined;
  const make = () => makeFonts([...stringsOf(root), ...stringsOf(join(import.meta.dirname, '..'))], cacheDir);
  const cacheDir = join(import.meta.dirname, '../../node_modules/.cache/foyer-fonts');
  return {
    name: 'foyer-fonts',
    enforce: 'pre',
    async resolveId(id) {
      const sheet = FONT_SHEETS[id];
      if (!sheet) return undefined;
      sheets ??= make();
      return (await sheets)[sheet];
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        // The two fonts that every first screen needs, fetched beside the script and not after it.
        const needed = Object.keys(bundle ?? {}).filter((name) =>
          /noto-sans-latin-(400|700)-normal.*\.woff2$/.test(name),
        );
        return needed.map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `${base}${name}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

function stringsOf(folder: string): string[] {
  const strings = join(folder, 'src/strings');
  return readdirSync(strings)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(strings, name), 'utf8'));
}

/** After the files are written: the service worker, then the compressed forms. */
function finishPlugin({ base, offline }: AppOptions, outDir: string): Plugin {
  return {
    name: 'foyer-finish',
    apply: 'build',
    async closeBundle() {
      if (offline) await writeServiceWorker(base, outDir);
      await compressFiles(outDir);
    },
  };
}

async function writeServiceWorker(base: string, outDir: string): Promise<void> {
  const { warnings } = await generateSW({
    globDirectory: outDir,
    globPatterns: ['**/*.{html,js,css,woff2,svg,webmanifest}'],
    // Slices for letters that only run time knows stay with the server: they are megabytes.
    // So does the camera's worker, which nobody needs without one and whose WebAssembly is a megabyte.
    globIgnores: [
      '**/camera-worker-*',
      '**/noto-sans-sc-*',
      '**/noto-sans-{vietnamese,greek,cyrillic}*',
      '**/sw.js',
      '**/workbox-*.js',
    ],
    swDest: join(outDir, 'sw.js'),
    inlineWorkboxRuntime: true,
    sourcemap: false,
    skipWaiting: true,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    navigateFallback: `${base}index.html`,
    navigateFallbackAllowlist: [new RegExp(`^${base}`)],
  });
  for (const warning of warnings) console.warn(warning);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
