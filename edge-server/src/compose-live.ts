// The report of how the clinic is now to the centre, where one is configured, while rows wait.

import { readFileSync } from 'node:fs';
import type { Component } from './components.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { ClinicState } from './views/clinic-state.ts';
import { liveReport } from './views/live-report.ts';

export interface ComposeLiveParts {
  readonly readModel: Pick<ReadModel, 'position' | 'acknowledged'>;
  readonly state: () => ClinicState | undefined;
  /** A UUID of this start, kept nowhere. */
  readonly run: string;
}

/** Undefined where there is nobody to tell. */
export async function composeLive(
  { pms }: Pick<EdgeConfig, 'pms'>,
  { readModel, state, run }: ComposeLiveParts,
): Promise<Component | undefined> {
  if (pms === null) return undefined;
  const [{ LivePump }, { HttpTransport }, { systemClock }] = await Promise.all([
    import('@foyer/cloud-sync/live-pump.ts'),
    import('@foyer/cloud-sync/transport/http-transport.ts'),
    import('@foyer/cloud-sync/transport/system-clock.ts'),
  ]);
  const token = (): string => readFileSync(pms.tokenFile, 'utf8').trim();
  return new LivePump({
    waitingRows: () => readModel.position().seq - readModel.acknowledged().seq,
    report: () => liveReport(state()),
    transport: new HttpTransport({ url: pms.url, token, run }),
    clock: systemClock,
  });
}
