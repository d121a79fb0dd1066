// The page that is open, loaded when it is first wanted, and what each may ask of the tablet.

import type { TemplateResult } from 'lit';
import { html, literal, type StaticValue } from 'lit/static-html.js';
import type { Frame } from '../components/staff-page.ts';
import { Page } from '../data/pages.ts';

export interface PageRequests {
  readonly go: (event: CustomEvent<Page>) => void;
  readonly lock: () => void;
  readonly settings: () => void;
  readonly undo: () => void;
}

interface Known {
  readonly tag: StaticValue;
  readonly load: () => Promise<unknown>;
}

const known: Readonly<Record<Page, Known>> = {
  [Page.room]: { tag: literal`room-page`, load: () => import('./room/room-page.ts') },
  [Page.reception]: { tag: literal`reception-page`, load: () => import('./reception/reception-page.ts') },
  [Page.rooms]: { tag: literal`rooms-page`, load: () => import('./rooms/rooms-page.ts') },
  [Page.leaves]: { tag: literal`leaves-page`, load: () => import('./leaves/leaves-page.ts') },
  [Page.till]: { tag: literal`till-page`, load: () => import('./till/till-page.ts') },
  [Page.paper]: { tag: literal`paper-page`, load: () => import('./paper/paper-page.ts') },
  [Page.day]: { tag: literal`day-page`, load: () => import('./day/day-page.ts') },
  [Page.appointments]: { tag: literal`appointments-page`, load: () => import('./appointments/appointments-page.ts') },
  [Page.queues]: { tag: literal`queues-page`, load: () => import('./queues/queues-page.ts') },
  [Page.setUp]: { tag: literal`set-up-page`, load: () => import('./set-up/set-up-page.ts') },
  [Page.devices]: { tag: literal`devices-page`, load: () => import('./devices/devices-page.ts') },
};

export function openPage(frame: Frame, { go, lock, settings, undo }: PageRequests): TemplateResult {
  const { tag, load } = known[frame.page];
  void load();
  return html`<${tag}
    .frame=${frame}
    @staff-go=${go}
    @staff-lock=${lock}
    @staff-settings=${settings}
    @staff-undo=${undo}
  ></${tag}>`;
}
