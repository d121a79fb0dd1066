// Numbers that are printed ahead, for when there is no edge.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, type Decision, type Sender } from '../decision.ts';
import { paperOrdinals, paperPrefix } from '../numbering/paper-series.ts';
import { ticketNumber } from '../numbering/ticket-number.ts';
import { printedKey, type QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { withStaffReason } from './sealed-reason.ts';

export function decidePaperNumbers(
  { count, print, reason }: CommandOf<'print-paper-numbers'>,
  { staffId }: Sender,
  state: QueueState,
  { configuration }: Pick<QueueWorld, 'configuration'>,
): Decision {
  const prefix = paperPrefix(configuration);
  const last = state.ordinals.get(printedKey(prefix))?.last ?? 0;
  const ordinals = paperOrdinals(last, count, configuration.skippedOrdinals);
  const numbers = ordinals.map((ordinal) => ticketNumber(prefix, ordinal));
  const body = { prefix, numbers, lastOrdinal: ordinals.at(-1) ?? last, ...(print === undefined ? {} : { print }) };
  return accept(withStaffReason({ type: 'v1.PaperNumbersDrawn', body }, reason, staffId));
}
