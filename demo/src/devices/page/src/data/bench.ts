// The devices' server as the page calls it. No DOM but the browser's own fetch and EventSource.

import type { ScanFormat } from '@foyer/contracts/scan-format.ts';

import type { ActionResult, BenchView, TrayEvents } from '../../../bench-view.ts';

export type Switches = TrayEvents['switches'];

export async function loadBench(): Promise<BenchView> {
  const response = await fetch('/api/bench');
  if (!response.ok) throw new Error(`bench ${response.status}`);
  return (await response.json()) as BenchView;
}

/** A new live code of an appointment; undefined where it has none now. */
export async function liveCode(appointmentId: string): Promise<string | undefined> {
  const response = await fetch(`/api/live-codes/${appointmentId}`);
  return response.ok ? ((await response.json()) as { readonly code: string }).code : undefined;
}

export function scan(
  kioskDeviceId: string,
  read: { readonly format: ScanFormat; readonly text: string; readonly times?: number },
): Promise<ActionResult> {
  return act('POST', '/api/scans', { kioskDeviceId, ...read });
}

export type PressKind = 'single' | 'double' | 'long';

export function press(deviceId: string, kind: PressKind): Promise<ActionResult> {
  return act('POST', '/api/presses', { deviceId, press: kind });
}

export function setBattery(deviceId: string, percent: number): Promise<ActionResult> {
  return act('PUT', '/api/batteries', { deviceId, percent });
}

export function switchPrinter(change: Partial<Switches>): Promise<ActionResult> {
  return act('PUT', '/api/printer', change);
}

export function connectInternet(connected: boolean): Promise<ActionResult> {
  return act('PUT', '/api/internet', { connected });
}

export function pullPlug(): Promise<ActionResult> {
  return act('POST', '/api/plug-pulls', {});
}

export function runBusyMorning(running: boolean): Promise<ActionResult> {
  return act('PUT', '/api/busy-morning', { running });
}

export interface TrayListener {
  tray(tray: TrayEvents['tray']): void;
  ticket(ticket: TrayEvents['ticket']): void;
  switches(switches: TrayEvents['switches']): void;
  internet(internet: TrayEvents['internet']): void;
  busyMorning(morning: TrayEvents['busyMorning']): void;
  things(things: TrayEvents['things']): void;
  /** Whether the line is up. */
  live(live: boolean): void;
}

/** Follows the printer's tray; the answer ends that. The browser connects again by itself. */
export function followTray(listener: TrayListener): () => void {
  const source = new EventSource('/api/events');
  const on = <Name extends keyof TrayEvents>(name: Name, take: (data: TrayEvents[Name]) => void): void => {
    source.addEventListener(name, (event) => take(JSON.parse(event.data as string) as TrayEvents[Name]));
  };
  on('tray', (tray) => listener.tray(tray));
  on('ticket', (ticket) => listener.ticket(ticket));
  on('switches', (switches) => listener.switches(switches));
  on('internet', (internet) => listener.internet(internet));
  on('busyMorning', (morning) => listener.busyMorning(morning));
  on('things', (things) => listener.things(things));
  source.addEventListener('open', () => listener.live(true));
  source.addEventListener('error', () => listener.live(false));
  return () => source.close();
}

async function act(method: 'POST' | 'PUT', path: string, body: object): Promise<ActionResult> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) return { ok: false, error: { code: `http-${response.status}` } };
    return (await response.json()) as ActionResult;
  } catch {
    return { ok: false, error: { code: 'no-answer' } };
  }
}
