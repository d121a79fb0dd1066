import type { DisplayCall } from '../calls/call-list.ts';

/** A call with a ticket of its own; what matters to a test is given. */
export function aCall(id: string, given: Partial<DisplayCall> = {}): DisplayCall {
  return {
    id,
    ticketId: `ticket-of-${id}`,
    number: 'A047',
    servicePointId: 'room-3',
    at: 0,
    servicePointName: 'Room 3',
    names: { en: 'Room 3', es: 'Sala 3', ar: 'غرفة 3', zh: '3号诊室' },
    direction: 'right',
    ...given,
  };
}
