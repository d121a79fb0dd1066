// Settings that change while the edge runs and that no view reads: how much is written to the log.

import { settingValue, type SettingValues } from '@foyer/contracts/live-settings.ts';
import { logLevels, type LogLevel } from '@foyer/contracts/log-level.ts';

export interface ApplySettingsParts {
  readonly settings: () => SettingValues | undefined;
  readonly onChanged: (listener: () => void) => void;
  readonly setLogLevel: (level: LogLevel) => void;
}

export class ApplySettings {
  readonly name = 'apply-settings';
  readonly #parts: ApplySettingsParts;
  #level: LogLevel | undefined;

  constructor(parts: ApplySettingsParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.onChanged(() => this.#apply());
    this.#apply();
  }

  async stop(): Promise<void> {}

  #apply(): void {
    const settings = this.#parts.settings();
    if (settings === undefined) return;
    const level = logLevels.find((known) => known === settingValue('FOYER_LOG_LEVEL', settings));
    if (level === undefined || level === this.#level) return;
    this.#level = level;
    this.#parts.setLogLevel(level);
  }
}
