// What became of a command, as a refusal's screen needs it.

import type { Sent } from '@foyer/ui-kit/connection/commands.ts';
import type { Facts } from './screens.ts';

export function codeOf(sent: Sent): string {
  if (sent.ok || 'unanswered' in sent) return 'unconfirmed';
  return 'refusal' in sent ? sent.refusal.code : sent.error.code;
}

export function serviceOf(sent: Sent): Facts {
  const serviceId = !sent.ok && 'refusal' in sent ? sent.refusal['serviceId'] : undefined;
  return typeof serviceId === 'string' ? { serviceId } : {};
}

export function factsOf(refusal: { readonly [fact: string]: unknown }): Facts {
  const text = (name: string) => (typeof refusal[name] === 'string' ? refusal[name] : undefined);
  const [date, clinic] = [text('date'), text('clinicName')];
  return { ...(date ? { date } : {}), ...(clinic ? { clinic } : {}) };
}
