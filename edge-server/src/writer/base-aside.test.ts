import { describe, expect, it } from 'vitest';
import { makeBaseAside } from './base-aside.ts';
import { anOldClinic } from './testing/a-pruned-clinic.ts';

describe('a base', () => {
  it('is made in a process of its own, as far as the checkpoint goes', async () => {
    const { engine, centre, firstDay } = anOldClinic();
    const place = centre.sign(centre.endOfCommand(firstDay));
    const question = { ...engine.settings, place, signedBy: centre.publicKey };
    const made = await makeBaseAside(question, new AbortController().signal);
    expect(made?.asOf).toBe(centre.rows().length);
    expect(centre.keep(centre.withBase(place, made))).toMatchObject({ ok: true });
    expect(centre.begin().checkpoint).toBe(place.seq);
    const none = { ...question, place: { ...place, seq: 10_000 } };
    expect(await makeBaseAside(none, new AbortController().signal)).toBeUndefined();
    const stopping = new AbortController();
    const given = makeBaseAside(question, stopping.signal);
    stopping.abort();
    expect(await given).toBeUndefined();
    const lost = makeBaseAside({ ...question, clinicKeyPath: '/nowhere' }, new AbortController().signal);
    await expect(lost).rejects.toThrow();
    engine.close();
  });
});
