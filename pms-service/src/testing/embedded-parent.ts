// A process that serves an embedded PostgreSQL until it is killed or told to stop: what a test ends with `kill -9`.

import { createEmbeddedPostgres } from '../adapters/postgres/embedded.ts';

const server = createEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
process.send?.(await server.start());
process.once('message', () => {
  void server.stop().then(() => process.exit(0));
});
