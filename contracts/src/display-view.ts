// What a display sees. Plain types: a screen imports them without a byte.

import type { Call } from './board-view.ts';
import type { ById, Names } from './by-id.ts';
import type { CallManner } from './call-manner.ts';
import type { ClinicView, DelayView, EvacuationView, MessageView } from './clinic-view.ts';
import type { DisplayLayout } from './display-layout.ts';
import type { ServiceId } from './ids.ts';
import type { Language, LocalisedText } from './languages.ts';
import type { StorageView } from './storage.ts';
import type { WaitView } from './wait-view.ts';

/** View of the namespace `/display`. */
export interface DisplayView {
  readonly clinic: ClinicView;
  readonly calls: ById<
    Call & {
      readonly servicePointName: string;
      readonly direction?: string;
      readonly names: Names;
      /** Its patient is there, or it ended: nobody is waited for any more. */
      readonly over?: true;
      /** Of who may not hear, see or reach it as others do. */
      readonly manner?: CallManner;
      /** The ticket's own: it is spoken first. */
      readonly language?: Language;
      /** `M. O.`, where the clinic chose that for this display and knows who it is. */
      readonly initials?: string;
    }
  >;
  /** Absent: nobody has set one for this display. */
  readonly layout?: DisplayLayout;
  /** Of the services whose wait its layout tells, as far as one is known now; absent: of none. */
  readonly waits?: ById<{ readonly id: ServiceId; readonly name: LocalisedText; readonly wait: WaitView }>;
  /** In which languages the clinic has recorded clips; absent: in none. */
  readonly recorded?: readonly Language[];
  /** What the clinic tells everybody now; absent: nothing. */
  readonly messages?: ById<MessageView>;
  /** Set while somebody works behind time. */
  readonly delays?: ById<DelayView>;
  readonly voice: boolean;
  readonly evacuation?: EvacuationView;
  readonly storage?: StorageView;
}
