// Numbers that do not fit in what a clinic's queue does by itself, each fault with its place. As the schema has them.
// Pure, and without a schema, so that a screen's bundle may carry it.

import type { ClinicDocument } from './clinic-document.ts';

export interface QueueRulesFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: 'number-out-of-range';
}

/** Of each number, the least and the most. */
const bounds = {
  notAnswered: { afterRecalls: [1, 20], afterMinutes: [1, 120], graceMinutes: [0, 480] },
  stranded: { afterMinutes: [1, 480], escalateAfterMinutes: [1, 480] },
} as const;

export function queueRulesFaults({
  notAnswered,
  stranded,
}: Pick<ClinicDocument, 'notAnswered' | 'stranded'>): readonly QueueRulesFault[] {
  return [...outOf('notAnswered', notAnswered ?? {}), ...outOf('stranded', stranded ?? {})];
}

function outOf(rule: keyof typeof bounds, said: object): readonly QueueRulesFault[] {
  const numbers = said as Readonly<Record<string, number | undefined>>;
  return Object.entries(bounds[rule])
    .filter(([name, [least, most]]) => {
      const number = numbers[name];
      return number !== undefined && (number < least || number > most);
    })
    .map(([name]) => ({ path: `/${rule}/${name}`, code: 'number-out-of-range' }));
}
