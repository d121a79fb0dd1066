// What every page of the tablet is given by the app, and what it asks of it: another page, the lock, the settings.

import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { Page } from '../data/pages.ts';
import type { Preferences } from '../data/preferences.ts';
import type { Shape } from '../data/shape.ts';
import type { StaffSession } from '../data/staff-session.ts';
import type { TabletApi } from '../data/tablet-api.ts';

/** What a page shares with the app around it. */
export interface Frame {
  readonly session: StaffSession;
  readonly view: StaffView;
  readonly api: TabletApi;
  readonly preferences: Preferences;
  readonly pages: readonly Page[];
  readonly page: Page;
  readonly shape: Shape;
  /** The server's time, moving by the second. */
  readonly now: number;
  /** The time of what is shown: `now` while the line is live, else when the server was last heard. */
  readonly asOf: number;
}

export class StaffPage extends FoyerElement {
  @property({ attribute: false }) frame!: Frame;
  /** That of the frame, for the styles. */
  @property({ reflect: true }) shape: Shape = 'wide';

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.shape = this.frame.shape;
  }

  protected get session(): StaffSession {
    return this.frame.session;
  }
  protected get view(): StaffView {
    return this.frame.view;
  }
}

export interface StaffRequests {
  'staff-go': Page;
  'staff-lock': undefined;
  'staff-settings': undefined;
  'staff-undo': undefined;
}

/** Asks the app for something. */
export function ask<K extends keyof StaffRequests>(
  from: EventTarget,
  type: K,
  ...detail: StaffRequests[K] extends undefined ? [] : [StaffRequests[K]]
): void {
  from.dispatchEvent(new CustomEvent(type, { detail: detail[0], bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap {
    'staff-go': CustomEvent<Page>;
    'staff-lock': CustomEvent<undefined>;
    'staff-settings': CustomEvent<undefined>;
    'staff-undo': CustomEvent<undefined>;
  }
}
