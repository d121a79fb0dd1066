// Where everything lies on a box.

import { join } from 'node:path';

export function placesIn(root: string) {
  return {
    root,
    versions: join(root, 'versions'),
    /** A link to the version that runs: `versions/0.1.0-7`. */
    current: join(root, 'current'),
    state: join(root, 'state.json'),
    wanted: join(root, 'wanted.json'),
    /** Of who makes bundles. */
    publicKey: join(root, 'update.pub.pem'),
    /** The database as it was before a trial. */
    copy: join(root, 'before-trial.db'),
  } as const;
}
export type Places = ReturnType<typeof placesIn>;
