// Finding a patient at a kiosk without ever showing a list. Source: API.md, "identifications".

import type { IdentificationAnswer, IdentificationRequest } from '@foyer/contracts/http-api.ts';
import type { Coded } from './access.ts';
import type { Identified } from './writer.ts';

export interface Identifications {
  identify(
    deviceId: string,
    request: IdentificationRequest,
  ): Coded<{ readonly ok: true; readonly answer: IdentificationAnswer }>;
  /** What an identification of this kiosk's session found; undefined when it is over or of another kiosk. */
  find(deviceId: string, identificationId: string): Identified | undefined;
  /** A patient who registered here counts as identified; the same command gives the same id. */
  adopt(deviceId: string, commandId: string, patientId: string): string;
  /** The kiosk wiped its screen. */
  endSession(deviceId: string): void;
}
