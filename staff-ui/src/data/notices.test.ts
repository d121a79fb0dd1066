import { describe, expect, it } from 'vitest';
import type { DeviceAlarm } from '@foyer/contracts/device-health.ts';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { aFullRoom, aStaffView, aTicket, id, now } from '../../testing/a-staff-view.ts';
import { newlySounding, notices, soundingHelp, takenHelp, toldOf } from './notices.ts';

describe('notices', () => {
  it('are none when all is well', () => {
    expect(notices(aStaffView(), now)).toEqual([]);
    expect(soundingHelp(aStaffView())).toEqual([]);
  });

  it('name the display that is down with the calls to say aloud, before all else', () => {
    const [first, ...others] = notices(aFullRoom(), now);
    expect(first).toMatchObject({ kind: 'display-down', device: { name: 'Display 2' } });
    expect(first?.kind === 'display-down' && first.calls.map((call) => call.number)).toEqual(['A099', 'A046', 'R012']);
    expect(others.map((notice) => notice.kind)).toEqual(['clock-frozen', 'printer-down', 'relay-down']);
  });

  it('lead to the page of the runbook, each of what is wrong with a machine or its line', () => {
    const pages = notices(aFullRoom(), now).map((notice) => runbookPage(toldOf(notice)));
    expect(pages).toEqual(['not-heard', 'clock-frozen', 'printer-off', 'relay-down']);
    const printers = { door: { id: 'door', name: 'Door', state: 'printer-jam' as const, since: now } };
    const faulty = notices(aStaffView({ printers, printer: 'unavailable' }), now);
    expect(faulty.map((notice) => runbookPage(toldOf(notice)))).toEqual(['jam']);
  });

  it('tell a line that is away from one that stopped until somebody has looked', () => {
    const relay = { waitingRows: 7, since: now };
    expect(notices(aStaffView({ relay: { state: 'unlinked', ...relay } }), now)).toMatchObject([
      { kind: 'relay-down' },
    ]);
    expect(notices(aStaffView({ relay: { state: 'halted', ...relay } }), now)).toEqual([
      { kind: 'relay-halted', id: 'relay', rows: 7, since: now },
    ]);
  });

  it('say which waiting numbers were not printed, until the desk is offered to print them', () => {
    const ticket = aTicket('A054');
    const gone = aTicket('A055', { state: 'completed' });
    const print = (ticketId: string) => ({ jobId: ticketId, ticketId, state: 'failed' as const, code: 'paper-out' });
    const view = aStaffView({ tickets: [ticket, gone], prints: { a: print(ticket.id), b: print(gone.id) } });
    const said = [{ kind: 'not-printed', id: 'prints A054', numbers: ['A054'] }];
    expect(notices(view, now)).toEqual(said);
    const again = { jobId: 'later', ticketId: ticket.id, state: 'printed' as const };
    expect(notices({ ...view, prints: { ...view.prints, again } }, now)).toEqual([]);
    const printers = { door: { id: 'door', name: 'Door', state: 'paper-out' as const, since: now } };
    const desk = { ...view, printers, printer: 'unavailable' as const, prints: {}, unprinted: [ticket.id] };
    expect(notices(desk, now)).toMatchObject([{ kind: 'printer-down', printer: { id: 'door' } }, ...said]);
    expect(notices({ ...desk, printers: {}, printer: 'ready' }, now)).toEqual([]);
  });

  it('say what else is wrong with devices, what stops patients first, and nothing twice', () => {
    const alarm = (
      name: string,
      kind: DeviceAlarm['kind'],
      problem: DeviceAlarm['problem'],
      stopsPatients = false,
    ) => ({
      [`${name} ${problem}`]: { deviceId: name, name, kind, problem, stopsPatients },
    });
    const alarms = {
      ...alarm('Button 3', 'button', 'battery-low'),
      ...alarm('Sign 1', 'sign', 'not-heard', true),
      ...alarm('Kiosk 1', 'kiosk', 'not-heard', true),
      ...alarm('Desk', 'printer', 'paper-out', true),
    };
    const said = notices(aStaffView({ alarms }), now).map((notice) =>
      notice.kind === 'device-problem' ? notice.alarm.name : notice.kind,
    );
    expect(said).toEqual(['Sign 1', 'Button 3']);
  });

  it('say nothing of devices in the quiet hours of a clinic that is shut', () => {
    const kinds = notices({ ...aFullRoom(), quiet: true }, now).map(({ kind }) => kind);
    expect(kinds).not.toContain('display-down');
  });
});

describe('help', () => {
  it('sounds for emergencies first, until somebody took it', () => {
    const view = aFullRoom();
    expect(soundingHelp(view).map((help) => help.kind)).toEqual(['emergency', 'assistance']);
    const taken = {
      id: id('help', 1),
      kind: 'emergency' as const,
      at: now,
      state: 'acknowledged' as const,
      from: 'Kiosk 1',
      acknowledgedBy: 'Tomasz',
    };
    expect(soundingHelp(aStaffView({ help: [taken] }))).toEqual([]);
    expect(takenHelp(aStaffView({ help: [taken] }))).toEqual([taken]);
  });

  it('is new once', () => {
    const view = aFullRoom();
    expect(newlySounding(new Set(), view)).toHaveLength(2);
    expect(newlySounding(new Set([id('help', 1)]), view).map((help) => help.id)).toEqual([id('help', 2)]);
  });
});
