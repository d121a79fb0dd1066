import type { ScreenOrder, ScreenReport } from '@foyer/contracts/device-orders.ts';
import { expect, describe, it } from 'vitest';
import { pageVersion, takeDuties, type DutyLine } from './screen-duties.ts';

class Battery extends EventTarget {
  level = 0.5;
  charging = false;
}

async function aScreen(battery?: Battery) {
  const reports: ScreenReport[] = [];
  const done: string[] = [];
  let order: (order: ScreenOrder) => void = () => undefined;
  const line: DutyLine = { report: (report) => void reports.push(report), onOrder: (listener) => (order = listener) };
  const page = new EventTarget();
  takeDuties(line, {
    version: 'abc',
    battery: Promise.resolve(battery),
    page,
    reload: () => done.push('reloaded'),
    identify: (name) => done.push(`shows ${name}`),
  });
  await Promise.resolve();
  return { reports, done, page, order: (told: ScreenOrder) => order(told) };
}

describe('a screen', () => {
  it('says which page it runs, and how often that failed', async () => {
    const { reports, page } = await aScreen();
    page.dispatchEvent(new Event('error'));
    page.dispatchEvent(new Event('unhandledrejection'));
    expect(reports).toEqual([
      { version: 'abc', errors: 0 },
      { version: 'abc', errors: 1 },
      { version: 'abc', errors: 2 },
    ]);
  });

  it('says what its battery holds, and again when that changes', async () => {
    const battery = new Battery();
    const { reports } = await aScreen(battery);
    battery.level = 0.149;
    battery.dispatchEvent(new Event('levelchange'));
    expect(reports.map(({ batteryPercent, charging }) => [batteryPercent, charging])).toEqual([
      [50, false],
      [15, false],
    ]);
  });

  it('draws its page anew, and shows its name, when it is told to', async () => {
    const { done, order } = await aScreen();
    order({ order: 'identify', name: 'Kiosk 1' });
    order({ order: 'restart', name: 'Kiosk 1' });
    expect(done).toEqual(['shows Kiosk 1', 'reloaded']);
  });

  it('knows its version by the name of its script', () => {
    expect(pageVersion([{ src: '' }, { src: 'https://box/kiosk/assets/index-D3adb33fx.js' }])).toBe('D3adb33f');
    expect(pageVersion([{ src: 'http://localhost/src/main.ts' }])).toBe('development');
  });
});
