import { describe, expect, it } from 'vitest';
import type { PressActs, PressKind } from '@foyer/contracts/thing-presses.ts';
import { pressCommand } from './press-commands.ts';

const inRoom = (press: PressKind, acts?: PressActs, ticketId: string | undefined = 'ticket-1') =>
  pressCommand({ deviceId: 'b', servicePointId: 'room-1', press, acts }, () => ticketId);
const atNoPoint = (press: PressKind, acts?: PressActs) =>
  pressCommand({ deviceId: 'b', servicePointId: null, press, acts }, () => undefined);

describe('a press', () => {
  it('calls the next, calls again when it is double, and asks for help when it is long', () => {
    expect(inRoom('single')).toEqual({ type: 'call-next', servicePointId: 'room-1', finishCurrent: 'completed' });
    expect(inRoom('double')).toEqual({ type: 'recall', servicePointId: 'room-1' });
    expect(inRoom('long')).toEqual({ type: 'request-help', kind: 'assistance' });
  });

  it('does what its button was set up for, and what is usual where that says nothing', () => {
    const acts: PressActs = { single: 'finish-service', long: 'request-emergency' };
    expect(inRoom('single', acts)).toEqual({ type: 'finish-service', servicePointId: 'room-1', ticketId: 'ticket-1' });
    expect(inRoom('double', acts)).toMatchObject({ type: 'recall' });
    expect(inRoom('long', acts)).toEqual({ type: 'request-help', kind: 'emergency' });
  });

  it('does nothing where it is to do nothing, and ends no visit where nobody is', () => {
    expect(inRoom('double', { double: 'nothing' })).toBeUndefined();
    expect(
      pressCommand(
        { deviceId: 'b', servicePointId: 'room-1', press: 'single', acts: { single: 'finish-service' } },
        () => undefined,
      ),
    ).toBeUndefined();
  });

  it('asks for help at no service point, however it is pressed', () => {
    for (const press of ['single', 'double', 'long'] as const) {
      expect(atNoPoint(press)).toEqual({ type: 'request-help', kind: 'assistance' });
    }
    expect(atNoPoint('double', { double: 'nothing' })).toBeUndefined();
  });
});
