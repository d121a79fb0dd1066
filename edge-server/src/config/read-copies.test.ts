import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCopies } from './read-copies.ts';
import { noteReplaced, refuseReplaced } from './replaced-box.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-copies-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const keyFile = file('backup.pub', `${Buffer.alloc(32, 7).toString('base64')}\n`);
const secretFile = file('copy.secret', 'a secret of two machines\n');
const none = { places: null, keyFile: null, usualKeyFile: join(folder, 'nothing'), secretFile: null, centre: null };

describe('where copies of the log go', () => {
  it('is nowhere unless it is said', () => {
    expect(readCopies(none)).toEqual({ ok: true, copies: null });
    expect(readCopies({ ...none, keyFile, secretFile })).toEqual({ ok: true, copies: null });
  });

  it('is a folder, a machine, or several of them', () => {
    expect(readCopies({ ...none, places: '/media/disk https://spare:8470', keyFile, secretFile })).toEqual({
      ok: true,
      copies: {
        publicKey: new Uint8Array(32).fill(7),
        targets: [
          { kind: 'folder', folder: '/media/disk' },
          { kind: 'machine', url: 'https://spare:8470', secret: 'a secret of two machines' },
        ],
      },
    });
  });

  it('is the centre too, once there is one and a recovery key', () => {
    const centre = { url: 'https://centre.example', tokenFile: '/etc/foyer/pms.token' };
    expect(readCopies({ ...none, centre })).toEqual({ ok: true, copies: null });
    expect(readCopies({ ...none, keyFile, centre })).toEqual({
      ok: true,
      copies: { publicKey: new Uint8Array(32).fill(7), targets: [{ kind: 'centre', ...centre }] },
    });
  });

  it('is sealed for the recovery key in its usual place, where no other is named', () => {
    const centre = { url: 'https://centre.example', tokenFile: '/etc/foyer/pms.token' };
    expect(readCopies({ ...none, usualKeyFile: keyFile, centre })).toMatchObject({
      ok: true,
      copies: { publicKey: new Uint8Array(32).fill(7), targets: [{ kind: 'centre' }] },
    });
  });

  it('names the setting that keeps it from being', () => {
    const wrong = (settings: Parameters<typeof readCopies>[0]) => {
      const read = readCopies(settings);
      return read.ok ? undefined : read.wrong;
    };
    expect(wrong({ ...none, places: '/media/disk', secretFile })).toBe('FOYER_COPY_KEY_FILE');
    expect(wrong({ ...none, keyFile: secretFile })).toBe('FOYER_COPY_KEY_FILE');
    expect(wrong({ ...none, places: 'https://spare:8470', keyFile })).toBe('FOYER_COPY_SECRET_FILE');
    expect(wrong({ ...none, secretFile: file('short', 'short') })).toBe('FOYER_COPY_SECRET_FILE');
    for (const places of ['disk', 'http://spare:8470', 'https://somebody@spare', 'https://spare/folder', '/a\nb'])
      expect(wrong({ ...none, places, keyFile, secretFile })).toBe('FOYER_COPIES');
  });
});

describe('a box that another one has taken over from', () => {
  it('is refused at every start from then on', () => {
    const path = join(folder, 'replaced.json');
    expect(() => refuseReplaced(path)).not.toThrow();
    noteReplaced(path, 7, Date.UTC(2026, 10, 26));
    expect(() => refuseReplaced(path)).toThrow('edge-replaced');
  });
});
