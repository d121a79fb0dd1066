import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { uuidV7Time } from '@foyer/contracts/ids.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Press } from '../ports/things.ts';
import { pressCommandId } from './press-command-id.ts';

const now = Date.UTC(2026, 10, 23, 10, 1);
const numbered: Press = { deviceId: 'button-1', servicePointId: 'room-1', press: 'single', id: '41' };
const idOf = (press: Press, at = now): string => pressCommandId(press, at, () => randomBytes(10));

describe('the commandId of a press', () => {
  it('is the same for a numbered press that comes again, whoever remembers the first', () => {
    expect(idOf(numbered, now + 2 * minuteMs)).toBe(idOf(numbered));
  });

  it('is another one for another press, another button, and the same number much later', () => {
    const ids = [
      idOf(numbered),
      idOf({ ...numbered, id: '42' }),
      idOf({ ...numbered, press: 'long' }),
      idOf({ ...numbered, deviceId: 'button-2' }),
      idOf(numbered, now + 20 * minuteMs),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is never the same where the button numbers nothing, and always of this time', () => {
    const plain = { ...numbered, id: undefined };
    expect(idOf(plain)).not.toBe(idOf(plain));
    for (const press of [plain, numbered]) {
      const at = uuidV7Time(idOf(press)) ?? 0;
      expect(at).toBeLessThanOrEqual(now);
      expect(at).toBeGreaterThan(now - 10 * minuteMs);
    }
  });
});
