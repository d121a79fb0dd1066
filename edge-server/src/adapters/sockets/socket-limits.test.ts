import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Credential } from '../../ports/access.ts';
import { mostCatchUps, mostLines, mostOfOneScreen, mostOfOneTicket, SocketLimits } from './socket-limits.ts';

const wall: Credential = { kind: 'device', deviceId: 'wall', role: 'display', servicePointId: null };
const kiosk: Credential = { ...wall, deviceId: 'kiosk', role: 'kiosk' };
const page: Credential = { kind: 'ticket', ticketId: 'ticket' };
const elsewhere = '192.168.1.7';

let now = 0;
/** How many of more than enough were let through. */
const allowed = (take: () => boolean): number => Array.from({ length: 1_500 }, take).filter(Boolean).length;

describe('what comes in over sockets', () => {
  it('opens so many lines in a minute from one address, counted by the line of an IPv6', () => {
    const limits = new SocketLimits(() => now);
    expect(allowed(() => limits.mayOpen(elsewhere))).toBe(mostLines);
    expect(limits.mayOpen('192.168.1.8')).toBe(true);
    expect(allowed(() => limits.mayOpen('2001:db8::1'))).toBe(mostLines);
    expect(limits.mayOpen('2001:db8::2')).toBe(false);
    now += minuteMs;
    expect(limits.mayOpen(elsewhere)).toBe(true);
  });

  it('says so much in a minute for one screen and one ticket, over however many sockets', () => {
    const limits = new SocketLimits(() => now);
    expect(allowed(() => limits.mayCommand(kiosk, elsewhere))).toBe(mostOfOneScreen);
    expect(limits.mayCommand(wall, elsewhere)).toBe(true);
    expect(allowed(() => limits.mayCommand(page, elsewhere))).toBe(mostOfOneTicket);
  });

  it('still catches up when it may say no more, and that so often, too', () => {
    const limits = new SocketLimits(() => now);
    allowed(() => limits.mayCommand(page, elsewhere));
    expect(allowed(() => limits.mayCatchUp(page, elsewhere))).toBe(mostCatchUps);
    expect(allowed(() => limits.mayCatchUp(wall, elsewhere))).toBe(mostCatchUps);
  });

  it('is not counted of this machine, except for a ticket’s page', () => {
    const limits = new SocketLimits(() => now);
    expect(allowed(() => limits.mayOpen('::ffff:127.0.0.1'))).toBe(1_500);
    expect(allowed(() => limits.mayCommand(kiosk, '127.0.0.1'))).toBe(1_500);
    expect(allowed(() => limits.mayCatchUp(kiosk, '127.0.0.1'))).toBe(1_500);
    expect(allowed(() => limits.mayCommand(page, '127.0.0.1'))).toBe(mostOfOneTicket);
    expect(allowed(() => limits.mayCatchUp(page, '127.0.0.1'))).toBe(mostCatchUps);
  });
});
