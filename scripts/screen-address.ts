import { join } from 'node:path';
import { resolveConfig } from 'vite';
import { root } from './run-command.ts';

/** Where Vite serves a screen on this machine: below the same path as its own server does. */
export async function screenAddress(screen: string, port: number): Promise<string> {
  const folder = join(root, screen);
  const { base } = await resolveConfig({ root: folder, configFile: join(folder, 'vite.config.ts') }, 'serve');
  return `http://localhost:${port}${base}`;
}
