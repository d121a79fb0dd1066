// What the page of one ticket sees, on both servers. Plain types: a screen imports them without a byte.

import type { ById, Names } from './by-id.ts';
import type { DelayView, EvacuationView, HelpView, SteppedOutView } from './clinic-view.ts';
import type { TicketId } from './ids.ts';
import type { TicketState } from './ticket-state.ts';
import type { EpochMs } from './time.ts';
import type { WaitView } from './wait-view.ts';

/** One step of a visit, as it is said to the patient. */
export interface PathStepView {
  readonly id: string;
  readonly serviceName: Names;
  readonly state: 'done' | 'here' | 'ahead';
  /** What they come for is not ready yet: they are called once it is. */
  readonly notReady?: true;
}

/** View of the namespace `/ticket`, on both servers. */
export interface TicketView {
  /** What the page's commands name. */
  readonly id: TicketId;
  readonly number: string;
  readonly state: TicketState;
  /** People before this one in its queue. */
  readonly ahead: number;
  readonly servicePointName?: string;
  /** When this was known to be so: at the edge, when the view was made; at the PMS, when the clinic was last heard. */
  readonly asOf: EpochMs;
  /** At the PMS: set while nothing has been heard from the clinic for 30 s, so that this may no longer be so. */
  readonly clinicUnheard?: boolean;
  /** What became of this page's latest call for help, while it lasts. */
  readonly help?: HelpView['state'];
  readonly clinicName: string;
  readonly serviceName?: Names;
  readonly waitingArea?: Names;
  readonly servicePointNames?: Names;
  /** Where it will be called to, while it waits and was sent to one room. */
  readonly awaitsServicePointNames?: Names;
  /** Of those whom this ticket may wait for, while it waits. */
  readonly delays?: ById<DelayView>;
  /** Set while the patient's own hold lasts. */
  readonly heldByMe?: boolean;
  /** Set while the patient waits outside. */
  readonly steppedOut?: SteppedOutView;
  /** Of a visit with more than one step: all of them, in order. */
  readonly path?: readonly PathStepView[];
  /** While it did not answer: until when its place is kept; absent: all day. */
  readonly graceUntil?: EpochMs;
  /** While it waits and all rooms that may call it pause: about when the first goes on. */
  readonly nextCallAt?: EpochMs;
  /** How long until it is called, while it waits. */
  readonly wait?: WaitView;
  /** When `wait` was estimated, where that was not just now: at the PMS, when the number was given. */
  readonly waitAsOf?: EpochMs;
  readonly evacuation?: EvacuationView;
}
