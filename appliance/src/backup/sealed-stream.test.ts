import { describe, expect, it } from 'vitest';
import { printRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { makeRecoveryPair, open, seal } from './sealed-stream.ts';

const pair = makeRecoveryPair();
async function* of(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
const chunk = 64 * 1024;
const content = (bytes: number) => Buffer.alloc(bytes, 'the log of a clinic ');

describe('a sealed stream', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])('gives back %i bytes to the recovery key', async (bytes) => {
    const sealed = await all(seal(of(content(bytes).subarray(0, 100), content(bytes).subarray(100)), pair.publicKey));
    expect((await all(open(of(sealed), pair.privateKey))).equals(content(bytes))).toBe(true);
    expect(bytes < 100 || !sealed.includes('the log of a clinic')).toBe(true);
  });

  it('opens for no other key', async () => {
    const sealed = await all(seal(of(content(10)), pair.publicKey));
    await expect(all(open(of(sealed), makeRecoveryPair().privateKey))).rejects.toThrow('backup-broken');
  });

  it('is refused cut off anywhere, between its chunks too', async () => {
    const sealed = await all(seal(of(content(3 * chunk)), pair.publicKey));
    const head = 15 + 32;
    for (const length of [0, 10, head, head + 5, head + chunk + 16, head + 2 * (chunk + 16), sealed.length - 1])
      await expect(all(open(of(sealed.subarray(0, length)), pair.privateKey))).rejects.toThrow('backup-broken');
  });

  it('is refused with one bit turned', async () => {
    const sealed = await all(seal(of(content(chunk + 9)), pair.publicKey));
    for (const at of [0, 20, 60, chunk + 30, sealed.length - 1]) {
      const turned = Buffer.from(sealed);
      turned[at]! ^= 1;
      await expect(all(open(of(turned), pair.privateKey))).rejects.toThrow('backup-broken');
    }
  });
});

describe('the recovery key on paper', () => {
  it('is read as it was printed, in small letters and without its hyphens too', () => {
    const printed = printRecoveryKey(pair.privateKey);
    expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/);
    for (const typed of [printed, printed.toLowerCase().replace(/-/g, ' '), `${printed}\n`])
      expect(Buffer.from(readRecoveryKey(typed)!).equals(pair.privateKey)).toBe(true);
  });

  it('notices a sign that is another', () => {
    const printed = printRecoveryKey(pair.privateKey);
    const other = printed.startsWith('0') ? '1' : '0';
    expect(readRecoveryKey(`${other}${printed.slice(1)}`)).toBeUndefined();
    expect(readRecoveryKey(printed.slice(1))).toBeUndefined();
  });
});
