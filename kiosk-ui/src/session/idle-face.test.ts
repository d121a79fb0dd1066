import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { storageStates } from '@foyer/contracts/storage.ts';
import { describe, expect, it } from 'vitest';
import { aView } from '../../test/a-clinic.ts';
import { idleFace } from './idle-face.ts';

const withStorage = (state: (typeof storageStates)[number], more: Partial<KioskView['clinic']> = {}): KioskView => {
  const view = aView(state === 'ok' ? {} : { storage: { state, since: 0 } });
  return { ...view, clinic: { ...view.clinic, ...more } };
};

describe('the first screen of a kiosk', () => {
  it('sends to the desk while the box cannot keep a number, and not while room only runs short', () => {
    expect(storageStates.map((state) => idleFace(withStorage(state)))).toEqual([
      'idle',
      'idle',
      'storage',
      'storage',
      'storage',
    ]);
  });

  it('says first that the clinic is closed', () => {
    expect(idleFace(withStorage('full', { dayClosed: true }))).toBe('closed');
  });
});
