import { expect, it } from 'vitest';
import { checkAside } from './check-aside.ts';
import { EngineUnderTest } from './testing/a-writer.ts';

it('a check in its own process finds what there is beside an edge that runs, and ends when nobody waits for it', async () => {
  const clinic = new EngineUnderTest().initialise();
  clinic.issue();
  const { epoch, seq } = clinic.reading((read) => read.position());
  const ask = (committed: { epoch: number; seq: number }, signal = new AbortController().signal) =>
    checkAside({ ...clinic.settings, committed }, signal);
  expect(await ask({ epoch, seq })).toEqual({ rows: seq, last: { epoch, seq }, found: [] });
  const further = { epoch, seq: seq + 1 };
  expect(await ask(further)).toMatchObject({ found: [{ code: 'rows-cut-off', at: further }] });
  const stopping = new AbortController();
  const asked = ask({ epoch, seq }, stopping.signal);
  stopping.abort();
  expect(await asked).toBeUndefined();
  clinic.close();
});
