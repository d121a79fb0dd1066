// Keeps what is neither a clinic's nor a day's fresh while somebody can see it. What was known stays when the centre does
// not answer.

import type { ReactiveController } from 'lit';
import { WatchOfOne } from './watch-of-one.ts';

export class WatchOfAll<T> extends WatchOfOne<T> implements ReactiveController {
  hostConnected(): void {
    this.watch('all');
  }
}
