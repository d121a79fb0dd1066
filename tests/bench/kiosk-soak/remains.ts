/**
 * What is left of somebody in the kiosk after the wipe. Looked through are: every string of the JavaScript heap, in parts or
 * whole; every node that a script could still reach, taken down or not, with its text, its value and its attributes;
 * storage, cookies, caches, IndexedDB, history and address; and each file of the browser's profile, as UTF-8 and as UTF-16.
 * Not looked through are buffers, whose bytes neither a snapshot nor the inspector hands out, and memory that was given
 * back, which the page can neither reach nor clear. The scripts here are told nobody's name: they hand out what is there,
 * and it is searched outside.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { stringsWith, type HeapSnapshot } from './heap-strings.ts';

export interface Remain {
  readonly trace: string;
  readonly where: string;
}

const heldObjects = 'remains';

export class RemainsSearch {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #profile: string;
  /** When each file of the profile was last looked through. */
  readonly #looked = new Map<string, number>();

  constructor(page: Page, devtools: CDPSession, profile: string) {
    this.#page = page;
    this.#devtools = devtools;
    this.#profile = profile;
  }

  /** `traces` in lower case. */
  async find(traces: readonly string[]): Promise<readonly Remain[]> {
    const inHeap = stringsWith(await this.#snapshot(), traces).map(({ text, heldBy }) => ({
      trace: traces.find((trace) => text.toLowerCase().includes(trace)) ?? '',
      where: `heap: ${heldBy}`,
    }));
    const places: readonly (readonly [string, string])[] = [
      ['node', await this.#readAll('Node', readNodes)],
      ...Object.entries(await this.#page.evaluate(readStorage)),
    ];
    const inPlaces = places.flatMap(([where, text]) => found(text, traces).map((trace) => ({ trace, where })));
    return [...inHeap, ...inPlaces, ...this.#inFiles(traces)];
  }

  async #snapshot(): Promise<HeapSnapshot> {
    const chunks: string[] = [];
    const hear = ({ chunk }: { readonly chunk: string }): void => void chunks.push(chunk);
    this.#devtools.on('HeapProfiler.addHeapSnapshotChunk', hear);
    await this.#devtools.send('HeapProfiler.collectGarbage');
    await this.#devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.#devtools.off('HeapProfiler.addHeapSnapshotChunk', hear);
    // Else the renderer remembers a number for every object that it ever showed.
    await this.#devtools.send('HeapProfiler.disable');
    return JSON.parse(chunks.join('')) as HeapSnapshot;
  }

  /** What `read` says of every object of a kind that is alive. */
  async #readAll(kind: string, read: (this: readonly never[]) => string): Promise<string> {
    const { result: prototype } = await this.#devtools.send('Runtime.evaluate', {
      expression: `${kind}.prototype`,
      objectGroup: heldObjects,
    });
    const { objects } = await this.#devtools.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.objectId!,
      objectGroup: heldObjects,
    });
    const { result, exceptionDetails } = await this.#devtools.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: read.toString(),
      returnByValue: true,
    });
    await this.#devtools.send('Runtime.releaseObjectGroup', { objectGroup: heldObjects });
    if (exceptionDetails !== undefined) throw new Error(`${kind}: ${exceptionDetails.exception?.description ?? ''}`);
    return String(result.value);
  }

  /** Only those that were written to since the last look. */
  #inFiles(traces: readonly string[]): readonly Remain[] {
    const remains: Remain[] = [];
    for (const name of readdirSync(this.#profile, { recursive: true, encoding: 'utf8' })) {
      const file = join(this.#profile, name);
      const bytes = this.#newBytesOf(file);
      if (bytes === undefined) continue;
      // Every second byte of UTF-16 is none of a text of these letters: without them it reads as the other.
      const texts = [bytes.toString('latin1'), bytes.toString('latin1').replaceAll('\0', '')];
      for (const trace of texts.flatMap((text) => found(text, traces))) remains.push({ trace, where: `file: ${name}` });
    }
    return remains;
  }

  #newBytesOf(file: string): Buffer | undefined {
    try {
      const { mtimeMs } = statSync(file);
      const last = this.#looked.get(file);
      if (last === mtimeMs) return undefined;
      const bytes = readFileSync(file);
      this.#looked.set(file, mtimeMs);
      return bytes;
    } catch {
      // A folder, a socket, or a file that went while it was looked at.
      return undefined;
    }
  }
}

function found(text: string, traces: readonly string[]): readonly string[] {
  const folded = text.toLowerCase();
  return traces.filter((trace) => folded.includes(trace));
}

/** Runs in the page. Prototypes of nodes come along, and are none. */
function readNodes(this: readonly Node[]): string {
  const isNode = (one: Node): boolean => !Object.hasOwn(one, 'constructor');
  return this.filter(isNode)
    .map((node) => {
      // What no script ever saw is reached by the root above it.
      const text = node.parentNode === null ? node.textContent : node.nodeValue;
      const attributes = node instanceof Element ? [...node.attributes].map(({ value }) => value).join(' ') : '';
      const value = node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement ? node.value : '';
      return `${text ?? ''} ${value} ${attributes}`;
    })
    .join('\n');
}

/** Runs in the page: what it keeps, by place. */
async function readStorage(): Promise<Record<string, string>> {
  const databases = await Promise.all(
    (await indexedDB.databases()).map(async ({ name = '' }) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('a database does not open'));
      });
      const stores = await Promise.all(
        [...opened.objectStoreNames].map(
          (store) =>
            new Promise<string>((resolve) => {
              const request = opened.transaction(store).objectStore(store).getAll();
              request.onsuccess = () => resolve(JSON.stringify(request.result));
            }),
        ),
      );
      opened.close();
      return `${name} ${stores.join(' ')}`;
    }),
  );
  const cached = await Promise.all(
    (await caches.keys()).map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return requests.map(({ url }) => url).join(' ');
    }),
  );
  return {
    localStorage: JSON.stringify(localStorage),
    sessionStorage: JSON.stringify(sessionStorage),
    indexedDB: databases.join('\n'),
    caches: cached.join('\n'),
    cookies: document.cookie,
    history: JSON.stringify(history.state) ?? '',
    address: `${location.href} ${document.title} ${window.name}`,
  };
}
