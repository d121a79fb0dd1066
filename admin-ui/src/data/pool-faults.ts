import { t } from '../strings/strings.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { codeOf } from './centre.ts';

/** Why something was not done with a pool, and what to do about it. */
export function poolFault(answer: ApiAnswer<unknown>): string {
  switch (codeOf(answer)) {
    case 'pool-too-narrow':
      return t('pools.too-narrow', { least: 'refusal' in answer ? Number(answer.refusal['least']) : 0 });
    case 'unknown-service':
      return t('pools.unknown-service');
    case 'not-found':
      return t('pools.gone');
    case 'not-allowed':
      return t('pools.not-allowed');
    case 'standby-lost':
      return t('pools.waits');
    default:
      return t('pools.not-done');
  }
}
