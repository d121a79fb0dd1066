// The key of a screen: made when it asks to be let in, kept by the browser, and never readable by any page. It renews the
// screen's credential. Where a page is in no secure context there is none, and the credential has no end.

const storeName = 'screen-keys';

export interface ScreenKey {
  readonly pair: CryptoKeyPair;
  /** The raw point in base64url. */
  readonly publicKey: string;
}

/** Undefined where the browser makes or keeps none here. */
export async function newScreenKey(): Promise<ScreenKey | undefined> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return undefined;
  try {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    return await named(pair);
  } catch {
    return undefined;
  }
}

/** `id`: of the device; of what asked for it, until it has one. */
export async function keepScreenKey(id: string, { pair }: ScreenKey): Promise<void> {
  await inStore('readwrite', (store) => store.put(pair, id));
}

/** The one that was kept under the id, or a new one that is from now on; undefined where there can be none. */
export async function ensureScreenKey(id: string): Promise<ScreenKey | undefined> {
  const pair = await heldPair(id);
  if (pair !== undefined) return named(pair);
  const key = await newScreenKey();
  if (key !== undefined) await keepScreenKey(id, key);
  return key;
}

/** r and s in base64url; undefined where this browser has no key of that screen. */
export async function signAsScreen(deviceId: string, text: string): Promise<string | undefined> {
  const pair = await heldPair(deviceId);
  if (pair === undefined) return undefined;
  const bytes = new TextEncoder().encode(text);
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes));
}

async function heldPair(id: string): Promise<CryptoKeyPair | undefined> {
  if (!globalThis.crypto?.subtle || !globalThis.indexedDB) return undefined;
  return (await inStore('readonly', (store) => store.get(id))) as CryptoKeyPair | undefined;
}

async function named(pair: CryptoKeyPair): Promise<ScreenKey> {
  return { pair, publicKey: base64url(await crypto.subtle.exportKey('raw', pair.publicKey)) };
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open('foyer', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
