// What others on this machine say of the box, looked at again once a minute.

import { minuteMs } from '@foyer/contracts/time.ts';
import { readBoxReports } from './adapters/box-files/box-report-files.ts';
import type { Component } from './components.ts';
import type { BoxReports } from './ports/box-reports.ts';

export function composeBox(dataDir: string, told: (reports: BoxReports) => void): Component {
  const look = (): void => told(readBoxReports(dataDir));
  let timer: NodeJS.Timeout | undefined;
  return {
    name: 'box-reports',
    start: async () => {
      look();
      timer = setInterval(look, minuteMs).unref();
    },
    stop: async () => clearInterval(timer),
  };
}
