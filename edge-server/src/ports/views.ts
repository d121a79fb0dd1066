// What the doors read of the clinic as it is now: answers for integrators, and the views that screens follow.

import type { CallingPreview, CallingRules, CallingRulesNow } from '@foyer/contracts/calling-rules.ts';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { Explanation } from '@foyer/contracts/explanation.ts';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { WhatIf, WhatIfRequest } from '@foyer/contracts/what-if.ts';
import type { Whose } from '@foyer/domain/queue/reassignment.ts';
import type { ThingReport } from './things.ts';

/** For whom a view is made. Everyone of one audience shares one stream. */
export type Audience =
  /** Of no device: the whole clinic, as nobody has set it. */
  | { readonly namespace: '/display'; readonly deviceId?: string }
  | { readonly namespace: '/kiosk'; readonly deviceId: string }
  | StaffAudience
  | TabletAudience
  | { readonly namespace: '/ticket'; readonly ticketId: string };
export interface StaffAudience {
  readonly namespace: '/staff';
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly servicePointId: string | null;
}
/** A tablet on which nobody is signed in; all of them see the same. */
export interface TabletAudience {
  readonly namespace: '/staff';
  readonly staffId: null;
}

/** The same text for the same audience. */
export function audienceKey(audience: Audience): string {
  switch (audience.namespace) {
    case '/display':
      return audience.deviceId === undefined ? '/display' : `/display ${audience.deviceId}`;
    case '/kiosk':
      return `/kiosk ${audience.deviceId}`;
    case '/staff':
      if (audience.staffId === null) return '/staff';
      return `/staff ${audience.staffId} ${audience.servicePointId ?? '-'} ${[...audience.roles].sort().join(' ')}`;
    case '/ticket':
      return `/ticket ${audience.ticketId}`;
  }
}

export interface Views {
  /** The view as of the last commit; undefined while there is no clinic yet, or no such ticket any more. */
  view(audience: Audience): object | undefined;
  /** Whose stream it shares now: displays that nobody has set are one audience. */
  sharedAudience(audience: Audience): Audience;
  /** Told after every change that may show, in the order of commits, and before whoever else follows the clinic. */
  onChanged(listener: () => void): void;
}

export interface ClinicReading {
  board(): Board | undefined;
  ticket(id: string): Ticket | undefined;
  why(id: string): Explanation | undefined;
  /** Undefined while there is no clinic yet. */
  callingRules(): CallingRulesNow | undefined;
  /** What these rules would do now, or what is impossible in them; undefined while there is no clinic yet. */
  previewRules(rules: CallingRules | null): CallingPreview | { readonly faults: readonly CallingFault[] } | undefined;
  /** A past day under these, or what is impossible in them; undefined for a day of which nothing is known. */
  whatIf(asked: WhatIfRequest): Promise<WhatIf | { readonly faults: readonly CallingFault[] } | undefined>;
  /** Ids alone; undefined while there is no clinic yet. */
  reassignmentProposal(whose: Whose): ReassignmentProposal | undefined;
  /** The ticket of a public id that is still valid. */
  ticketIdOf(publicId: string): string | undefined;
  callText(callId: string, language: string): string | undefined;
}

/** What happens beside the log and shows on screens. */
export interface LiveFacts {
  connected(deviceId: string, connected: boolean): void;
  /** Of a thing without a screen; what it does not say stays as it was. */
  reported(deviceId: string, report: ThingReport): void;
  scanned(deviceId: string, scan: NonNullable<KioskView['scan']>): void;
  /** The kiosk took what was scanned beside it. */
  scanUsed(deviceId: string): void;
  /** Wrong PINs locked a name until then; null: it is open. */
  pinLocked(staffId: string, until: EpochMs | null): void;
}
