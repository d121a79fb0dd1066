/** How large the kiosk's page is, once what nobody holds has gone. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

export interface PageSize {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /**
   * What the renderers of this browser have taken for themselves: one draws the kiosk, the others stand still. Not the files
   * that they run from, which come and go with how much else the machine does.
   */
  readonly rendererBytes: number;
}

const bytesInKb = 1024;

export async function sizeOfPage(devtools: CDPSession, profile: string): Promise<PageSize> {
  // What the first one lets go of may be all that held the rest.
  for (let times = 0; times < 2; times++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { heapBytes: usedSize, nodes, listeners: jsEventListeners, rendererBytes: takenBy(renderersOf(profile)) };
}

/** Processes below the one that has this profile. */
function renderersOf(profile: string): readonly string[] {
  const processes = new Map<string, { readonly words: string; readonly parent: string }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const words = textOf(`/proc/${pid}/cmdline`);
    if (words !== '')
      processes.set(pid, { words, parent: /^PPid:\s+(\d+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? '' });
  }
  const isBelow = (pid: string): boolean => {
    const process = processes.get(pid);
    return process !== undefined && (process.words.includes(`--user-data-dir=${profile}`) || isBelow(process.parent));
  };
  return [...processes]
    .filter(([pid, { words }]) => words.includes('--type=renderer') && isBelow(pid))
    .map(([pid]) => pid);
}

function takenBy(pids: readonly string[]): number {
  const lines = pids.flatMap((pid) => [
    ...textOf(`/proc/${pid}/status`).matchAll(/^(?:RssAnon|VmSwap):\s+(\d+) kB$/gm),
  ]);
  return lines.reduce((sum, [, kb]) => sum + Number(kb) * bytesInKb, 0);
}

/** Empty for a process that has just ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
