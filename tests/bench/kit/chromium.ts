/** The machine's own Chromium, without what it would fetch for itself. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const usual = {
  executablePath: '/usr/bin/chromium',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
  ],
};

export function launchChromium(): Promise<Browser> {
  return chromium.launch(usual);
}

/**
 * With a profile on the disk, as a screen of a clinic has one, strings whole in what it says of its memory, and scripts that
 * are read and not compiled: machine code of what ran often stays and grows for hundreds of sessions, whatever a page
 * keeps, and would hide it.
 */
export function launchWithProfile(folder: string, options: BrowserContextOptions): Promise<BrowserContext> {
  const args = [...usual.args, '--js-flags=--heap-snapshot-string-limit=100000 --jitless'];
  return chromium.launchPersistentContext(folder, { ...options, ...usual, args });
}
