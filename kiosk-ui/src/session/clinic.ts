import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { FormsToFill } from '@foyer/contracts/forms.ts';
import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import type { Language } from '@foyer/contracts/languages.ts';

/** The clinic as the attendant reaches it. */
export interface Clinic {
  readonly view: KioskView | undefined;
  serverNow(): number;
  /** Nothing has been heard of it for so long that what is sent may not arrive. */
  readonly silent: boolean;
  identify(by: IdentificationRequest): Promise<ApiAnswer<IdentificationAnswer>>;
  /** What is still to be asked before a service. */
  forms(serviceId: string, identificationId: string | undefined): Promise<ApiAnswer<FormsToFill>>;
  send(command: CommandBody, giveUpAfterMs: number): Promise<Sent>;
  /** The person who was found speaks this language. */
  knows(language: Language): void;
  /** The person is gone: what the clinic remembers of this session is over. */
  endSession(): Promise<void>;
}

/** What somebody stands and waits for is given up after so long. */
export const PATIENCE_MS = 15_000;
