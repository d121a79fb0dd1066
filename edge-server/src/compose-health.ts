// The report of devices to the centre, where one is configured.

import { readFileSync } from 'node:fs';
import type { BoxHealth } from '@foyer/contracts/box-health.ts';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import { mostReportedDevices, type DeviceReport, type ReportedDevice } from '@foyer/contracts/device-report.ts';
import type { Component } from './components.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { ClinicState } from './views/clinic-state.ts';
import { devicesHealth } from './views/device-health-view.ts';

/** Undefined where there is nobody to tell. */
export async function composeHealth(
  { pms }: Pick<EdgeConfig, 'pms'>,
  state: () => ClinicState | undefined,
): Promise<Component | undefined> {
  if (pms === null) return undefined;
  const [{ HealthPump }, { HttpTransport }, { systemClock }] = await Promise.all([
    import('@foyer/cloud-sync/health-pump.ts'),
    import('@foyer/cloud-sync/transport/http-transport.ts'),
    import('@foyer/cloud-sync/transport/system-clock.ts'),
  ]);
  const token = (): string => readFileSync(pms.tokenFile, 'utf8').trim();
  return new HealthPump({
    report: () => reportOf(state()),
    transport: new HttpTransport({ url: pms.url, token }),
    clock: systemClock,
  });
}

export function reportOf(state: ClinicState | undefined): DeviceReport | undefined {
  if (state === undefined) return undefined;
  const devices = devicesHealth(state).slice(0, mostReportedDevices).map(reported);
  return { at: state.now, devices };
}

/** The settings of a thing stay at its clinic, and what a scanner is doing. */
function reported({
  reported: _settings,
  drift: _drift,
  trial: _trial,
  lastReadAt: _read,
  ...health
}: DeviceHealth): ReportedDevice {
  const { recentTickets, problems, box, ...rest } = health;
  return {
    ...rest,
    problems: [...problems],
    ...(box === undefined ? {} : { box: reportedBox(box) }),
    ...(recentTickets === undefined ? {} : { recentTickets: [...recentTickets] }),
  };
}

function reportedBox({ copies, ...box }: BoxHealth): ReportedDevice['box'] {
  return { ...box, backups: { ...box.backups }, ...(copies === undefined ? {} : { copies: [...copies] }) };
}
