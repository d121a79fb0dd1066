// A reader that types, such as a badge reader: its keys go down as fast as a real one's by their own time stamps, however
// slowly the machine that runs the test sends them.

import type { Page } from 'playwright-core';

const KEY_EVERY_MS = 5;

/** Types `line` and Enter into the page as a reader does. */
export async function readLine(page: Page, line: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const from = Date.now();
  // All at once, in their order: none waits for the one before it to be answered.
  const sent: Promise<unknown>[] = [];
  for (const [index, key] of [...line, 'Enter'].entries()) {
    const text = key === 'Enter' ? '\r' : key;
    const timestamp = (from + index * KEY_EVERY_MS) / 1_000;
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }));
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }));
  }
  await Promise.all(sent);
  await devtools.detach();
}
