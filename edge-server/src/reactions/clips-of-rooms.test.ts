import { expect, it } from 'vitest';
import type { Committed } from '../ports/writer.ts';
import { aClinic, room1, room2 } from '../testing/a-clinic.ts';
import { aState } from '../testing/a-state.ts';
import { ClipsOfRooms } from './clips-of-rooms.ts';

it('says which rooms there are, at the start and whenever the clinic is changed, and not at every commit', async () => {
  const said: (readonly string[])[] = [];
  let configuration = aClinic();
  let committed: (commit: Committed) => void = () => undefined;
  const reaction = new ClipsOfRooms({
    writer: { onCommitted: (listener) => (committed = listener) },
    state: () => aState({ changes: { configuration } }),
    clips: { roomsAre: (ids) => void said.push(ids) },
  });
  await reaction.start();
  committed({} as unknown as Committed);
  expect(said).toEqual([[room1, room2]]);
  configuration = { ...configuration, servicePoints: configuration.servicePoints.slice(1) };
  committed({} as unknown as Committed);
  expect(said.slice(1)).toEqual([[room2]]);
  await reaction.stop();
});
