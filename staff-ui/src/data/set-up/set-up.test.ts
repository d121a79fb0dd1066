import { describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { ClinicAsSetUp, ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import { commandsOf } from './apply-set-up.ts';
import { fileName, fileText, readClinicFile, type ClinicFile } from './clinic-file.ts';
import { differences } from './differences.ts';
import { checkFile } from './file-check.ts';
import { moved, withChanges, withoutService } from './lists.ts';
import { partOf, partsFor, partsInOrder } from './parts.ts';
import { newOption, newQuestion, newRoom, newService } from './new-things.ts';
import { isPreset, startedFrom } from './presets.ts';
import { rulesFaultsOf } from './rules-faults.ts';
import { askedOf, withAsked, withSkills } from './service-asks.ts';
import { beginDraft, changed, changesOf, rebased, takenBack } from './set-up-draft.ts';
import { forgetDraft, loadDraft, saveDraft } from './set-up-draft-store.ts';
import { retoldIn, saidOrNone } from './texts.ts';
import { typedOrdinals } from './typed-ordinals.ts';

const [visit, desk, room1, room2] = ['visit', 'desk', 'room1', 'room2'] as const;
const service = (id: string, prefix: string): ClinicDocument['services'][number] => ({
  id,
  prefix,
  name: { en: id },
  waitingArea: { en: 'Hall' },
  walkIn: true,
  targetMinutes: 20,
});
const document: ClinicDocument = {
  name: 'Harbour Street',
  languages: ['en'],
  accent: null,
  services: [service(visit, 'A'), service(desk, 'R')],
  deskServiceId: desk,
  servicePoints: [
    { id: room1, name: { en: 'Room 1' }, serviceIds: [visit, desk] },
    { id: room2, name: { en: 'Room 2' }, serviceIds: [visit] },
  ],
  openingHours: [],
  closedDates: [],
  prices: [
    { serviceId: visit, amountMinor: 4_500 },
    { serviceId: desk, amountMinor: 100 },
  ],
  meetingPoint: null,
  staffNamesInPublic: false,
  paperPrefix: null,
  skippedOrdinals: [],
  cardFormats: [],
  consents: [],
  questionnaires: [],
  journeys: [],
  notAnswered: null,
  stranded: null,
  paper: null,
  printers: null,
  scanners: null,
};
const clinic: ClinicAsSetUp = {
  clinicId: 'c',
  version: 3,
  code: 'HS',
  zone: 'UTC',
  currency: 'EUR',
  isAdopted: false,
  document,
  startedWith: { printers: { printers: [] }, scanners: [] },
};
const others = { callingRules: null, displays: {} };
const draft = beginDraft(clinic, others);
const named = (name: string) => ({ clinic: { ...document, name } });
const file: ClinicFile = { clinic: document, ...others };

describe('a draft of the set-up', () => {
  it('takes typing on in one thing back as one step', () => {
    const typed = changed(changed(draft, named('H'), 'name'), named('Ha'), 'name');
    const later = changed(typed, { clinic: { ...typed.now.clinic, accent: '#123456' } }, 'accent');
    expect(takenBack(later).now.clinic).toMatchObject({ name: 'Ha', accent: null });
    expect(takenBack(takenBack(later)).now).toEqual(draft.now);
    expect(takenBack(draft)).toEqual(draft);
  });

  it('is sent as the parts that differ, the clinic first, each with the reason', () => {
    const rules = presetRules['by-arrival'];
    const now = changed(draft, { ...named('Quay'), callingRules: rules }, 'all');
    expect(commandsOf(now, 'why')).toEqual([
      { type: 'change-clinic', version: 3, changes: { name: 'Quay' }, reason: 'why' },
      { type: 'set-calling-rules', rules, reason: 'why' },
    ]);
    expect(commandsOf(draft, undefined)).toEqual([]);
  });

  it('sends the displays that differ', () => {
    const layout = { scope: {}, recentCalls: 3, ticker: [], media: [], dwellSeconds: 8, voiceLanguages: [] };
    const shown = { ...layout, names: 'none' as const };
    const before = beginDraft(clinic, { callingRules: null, displays: { wall: shown, hall: shown } });
    const now = changed(before, { displays: { wall: { ...shown, recentCalls: 5 }, hall: shown } }, 'file');
    expect(commandsOf(now, undefined)).toEqual([
      { type: 'set-display-layout', deviceId: 'wall', layout: { ...shown, recentCalls: 5 } },
    ]);
  });

  it('keeps what was changed here upon a clinic that was changed elsewhere meanwhile', () => {
    const elsewhere = { ...clinic, version: 4, document: { ...document, accent: '#00ff00', name: 'Elsewhere' } };
    const now = rebased(changed(draft, named('Here'), 'name'), beginDraft(elsewhere, others));
    expect(now.version).toBe(4);
    expect(now.now.clinic).toMatchObject({ name: 'Here', accent: '#00ff00' });
    expect(changesOf(now).clinic).toEqual({ name: 'Here' });
  });

  it('is not carried over to another clinic', () => {
    const fresh = beginDraft({ ...clinic, clinicId: 'other' }, others);
    expect(rebased(changed(draft, named('Here'), 'name'), fresh)).toEqual(fresh);
  });

  it('survives a reload, and what another version left does not', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const now = changed(draft, named('Here'), 'name');
    saveDraft(store, now, 'all');
    expect(loadDraft(store, 'all')).toEqual({ ...now, steps: [] });
    kept.set('foyer.set-up', '{"version":0,"draft":{}}');
    expect(loadDraft(store, 'all')).toBeUndefined();
    kept.set('foyer.set-up', 'no json');
    expect(loadDraft(store, 'all')).toBeUndefined();
    forgetDraft(store, 'all');
    expect(kept.size).toBe(0);
    saveDraft(store, now, 'all');
    expect(loadDraft(store, 'rules')).toBeUndefined();
  });
});

describe('what differs', () => {
  const after = (changes: Partial<ClinicDocument>) =>
    differences(file, { ...file, clinic: { ...document, ...changes } });

  it('is told thing by thing', () => {
    expect(
      after({ services: [{ ...service(desk, 'R'), prefix: 'M' }, service('new', 'W'), service(visit, 'A')] }),
    ).toEqual([
      { kind: 'changed', thing: 'service', name: { en: desk }, fields: ['prefix'] },
      { kind: 'added', thing: 'service', name: { en: 'new' } },
      { kind: 'order', thing: 'service' },
    ]);
    expect(after({ servicePoints: [document.servicePoints[0]!] })).toEqual([
      { kind: 'removed', thing: 'room', name: { en: 'Room 2' } },
    ]);
  });

  it('is told of prices as they were and would be', () => {
    expect(after({ prices: [{ serviceId: visit, amountMinor: 5_000 }] })).toEqual([
      { kind: 'price', name: { en: visit }, fromMinor: 4_500, toMinor: 5_000 },
      { kind: 'price', name: { en: desk }, fromMinor: 100, toMinor: null },
    ]);
  });

  it('always says something when anything differs', () => {
    const other: ClinicDocument = {
      name: 'Quay',
      languages: ['es'],
      accent: '#123456',
      services: [],
      deskServiceId: null,
      servicePoints: [],
      openingHours: [{ weekday: 1, from: '08:00', until: '09:00' }],
      closedDates: [{ date: '2026-12-25' }],
      prices: [],
      meetingPoint: { en: 'The park' },
      staffNamesInPublic: true,
      paperPrefix: 'W',
      skippedOrdinals: [13],
      cardFormats: [
        {
          name: { en: 'Health card' },
          pattern: '999999',
          checksum: 'none',
          mask: '****##',
          identifier: 'health-card',
        },
      ],
      consents: [{ id: 'x', version: 1, serviceIds: [], title: { en: 'X' }, text: { en: 'X' }, signature: 'tap' }],
      questionnaires: [{ id: 'y', version: 1, serviceIds: [], title: { en: 'Y' }, items: [] }],
      journeys: [{ id: 'z', name: { en: 'Z' }, steps: [] }],
      notAnswered: { afterRecalls: 2 },
      stranded: { afterMinutes: 30, role: 'nurse' },
      paper: { ticket: { parts: [{ part: 'number' }] } },
      printers: { printers: [] },
      scanners: [],
    };
    for (const part of Object.keys(other) as (keyof ClinicDocument)[]) {
      expect(after({ [part]: other[part] }), part).not.toEqual([]);
    }
    expect(differences(file, { ...file, callingRules: presetRules['by-arrival'] })).toEqual([{ kind: 'rules' }]);
    expect(differences(file, file)).toEqual([]);
  });
});

describe('the lists', () => {
  it('stay as they are at their ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('let a service go with its price, its rooms and its being the desk', () => {
    expect(withoutService(document, desk)).toMatchObject({
      services: [{ id: visit }],
      servicePoints: [{ serviceIds: [visit] }, { serviceIds: [visit] }],
      prices: [{ serviceId: visit }],
      deskServiceId: null,
    });
  });

  it('let it go out of the journeys, and what came after it follows what was before', () => {
    const steps = [
      { id: 'a', serviceId: visit, after: [] },
      { id: 'b', serviceId: desk, after: ['a'] },
      { id: 'c', serviceId: visit, after: ['b'] },
    ];
    const journeys = [
      { id: 'j', name: { en: 'J' }, startsWith: desk, steps },
      { id: 'k', name: { en: 'K' }, steps: [{ id: 'a', serviceId: desk, after: [] }] },
    ];
    expect(withoutService({ ...document, journeys }, desk).journeys).toEqual([
      { id: 'j', name: { en: 'J' }, steps: [steps[0], { ...steps[2], after: ['a'] }] },
    ]);
  });

  it('begin a new thing with what is free', () => {
    expect(newService(document, 'n').prefix).toBe('M');
    expect(newService({ ...document, paperPrefix: 'M' }, 'n').prefix).toBe('W');
    expect(newRoom(document, 'n')).toMatchObject({ name: { en: 'Room 3' }, serviceIds: [visit] });
    const first = newQuestion([]);
    expect(newQuestion([first]).linkId).not.toBe(first.linkId);
    expect(newOption([newOption([])]).value).not.toBe(newOption([]).value);
  });
});

describe('a text in the clinic’s languages', () => {
  it('leaves out a language in which nothing is said', () => {
    expect(retoldIn({ en: 'Desk', es: 'Mostrador' }, 'es', '', ['en', 'es'])).toEqual({ en: 'Desk' });
    expect(retoldIn({ en: 'Desk' }, 'es', 'Mostrador', ['en', 'es'])).toEqual({ en: 'Desk', es: 'Mostrador' });
    expect(retoldIn({ en: 'Desk' }, 'en', '', ['en'])).toEqual({ en: '' });
  });

  it('falls back to the first language where the clinic does not speak English', () => {
    expect(retoldIn({ en: '' }, 'es', 'Sala', ['es', 'ar'])).toEqual({ en: 'Sala', es: 'Sala' });
    expect(retoldIn({ en: 'Sala', es: 'Sala' }, 'ar', 'غرفة', ['es', 'ar'])).toEqual({
      en: 'Sala',
      es: 'Sala',
      ar: 'غرفة',
    });
    expect(retoldIn({ en: 'Sala', es: 'Sala' }, 'es', '', ['es'])).toEqual({ en: '' });
  });

  it('is none when it says nothing at all', () => {
    expect(saidOrNone({ en: ' ', es: '' })).toBeUndefined();
    expect(saidOrNone({ en: '', es: 'Sala' })).toEqual({ en: '', es: 'Sala' });
  });
});

describe('numbers that nobody gets', () => {
  it.each([
    ['13, 666', [13, 666]],
    ['666 13;13', [13, 666]],
    ['', []],
    ['0', undefined],
    ['thirteen', undefined],
    ['12345', undefined],
  ])('are read from %j', (typed, ordinals) => expect(typedOrdinals(typed)).toEqual(ordinals));
});

describe('the calling rules of the set-up', () => {
  const profile = { servicePointId: room1, serves: [visit], conditions: [], order: 'by-class' as const };

  it('keep the profiles when they start from another preset', () => {
    const own = { ...presetRules['by-arrival'], profiles: [profile] };
    const started = startedFrom('urgent-first', own);
    expect(started).toMatchObject({ usual: { order: 'urgent-first' }, profiles: [profile] });
    expect(isPreset(started, 'urgent-first')).toBe(true);
    expect(isPreset({ ...started, longestWaitMinutes: 60 }, 'urgent-first')).toBe(false);
    expect(isPreset(null, 'urgent-first')).toBe(false);
  });

  it('keep whose needs count when they start from another preset', () => {
    const needsEarlier = { needs: ['infant' as const], minutes: 15 };
    const started = startedFrom('urgent-first', { ...presetRules['by-arrival'], needsEarlier });
    expect(started).toMatchObject({ usual: { order: 'urgent-first' }, needsEarlier });
    expect(isPreset(started, 'urgent-first')).toBe(true);
  });

  it('ask nothing of a service of which nothing is said', () => {
    const asked = withAsked([], visit, { skill: 'blood', meanMinutes: 10 });
    expect(asked).toEqual([{ serviceId: visit, skill: 'blood', meanMinutes: 10 }]);
    expect(withAsked(asked, visit, { skill: undefined })).toEqual([{ serviceId: visit, meanMinutes: 10 }]);
    expect(withAsked(withAsked(asked, visit, { skill: undefined }), visit, { meanMinutes: undefined })).toEqual([]);
    expect(askedOf(asked, desk)).toEqual({ serviceId: desk });
  });

  it('know the skills of people as they are typed', () => {
    expect(withSkills([], 'ana', ' blood, wounds,blood ,')).toEqual([{ staffId: 'ana', skills: ['blood', 'wounds'] }]);
    expect(withSkills([{ staffId: 'ana', skills: ['blood'] }], 'ana', ' ')).toEqual([]);
  });

  it('are not held against a change of something else when somebody who left made them faulty', () => {
    const rules = { ...presetRules['by-arrival'], people: [{ staffId: 'gone', skills: [] }] };
    const before = beginDraft(clinic, { callingRules: rules, displays: {} });
    expect(rulesFaultsOf(changed(before, named('Quay'), 'name'), [])).toEqual([]);
    const now = changed(before, { callingRules: { ...rules, longestWaitMinutes: 60 } }, 'rules');
    expect(rulesFaultsOf(now, [])).toMatchObject([{ code: 'staff-unknown' }]);
  });
});

describe('a clinic’s file', () => {
  const api = (refusal?: object) => ({
    checkClinic: async () =>
      refusal ? { ok: false as const, refusal: refusal as never } : { ok: true as const, value: {} },
    previewRules: async () => ({ ok: true as const, value: { points: [] } }),
  });

  it('says again what was saved', () => {
    expect(readClinicFile(fileText(file))).toEqual(file);
    expect(fileName('HS', '2026-11-24')).toBe('foyer-hs-2026-11-24.json');
  });

  it.each(['', '[]', 'null', '{"kind":"foyer-clinic","version":2,"clinic":{}}', '{"kind":"foyer-clinic","version":1}'])(
    'is none: %s',
    (text) => expect(readClinicFile(text)).toBeUndefined(),
  );

  it('takes the place of the parts that it names, and leaves displays of elsewhere out', async () => {
    const layout = { names: 'none' } as never;
    const now = { ...file, displays: { wall: { names: 'masked' } as never } };
    const read = { clinic: { name: 'Quay' }, callingRules: undefined, displays: { wall: layout, elsewhere: layout } };
    expect(await checkFile(api(), 't', read, now, [])).toEqual({
      ok: true,
      file: { clinic: { ...document, name: 'Quay' }, callingRules: null, displays: { wall: layout } },
    });
  });

  it('is refused with the path of each fault, of the clinic and of the rules', async () => {
    const faults = [{ path: '/services/0/prefix', code: 'letter-twice' }];
    const read = { clinic: {}, callingRules: undefined, displays: undefined };
    expect(await checkFile(api({ code: 'set-up-faulty', faults }), 't', read, file, [])).toEqual({
      ok: false,
      faults: [{ of: 'clinic', fault: faults[0] }],
    });
    const rules = { ...presetRules['by-arrival'], longestWaitMinutes: 0 };
    expect(await checkFile(api(), 't', { ...read, callingRules: rules }, file, [])).toEqual({
      ok: false,
      faults: [{ of: 'rules', fault: { path: '/longestWaitMinutes', code: 'minutes-out-of-range' } }],
    });
  });
});

describe('a service that is taken away', () => {
  it('takes with it what the calling rules say of it, and leaves rules alone that say nothing', () => {
    const rules = presetRules['urgent-first'];
    const asked = { ...rules, services: [{ serviceId: visit, skill: 'wounds' }] };
    const without = withoutService(document, visit);
    expect(withChanges({ clinic: document, callingRules: asked }, without).callingRules).toEqual(rules);
    expect(withChanges({ clinic: document, callingRules: asked }, { name: 'Here' }).callingRules).toBe(asked);
    expect(withChanges({ clinic: document, callingRules: null }, without).callingRules).toBeNull();
  });
});

describe('the parts of the page', () => {
  it('are all for an administrator, and the calling rules alone for a supervisor', () => {
    expect(partsFor(['supervisor', 'admin'])).toEqual(partsInOrder);
    expect(partsFor(['supervisor'])).toEqual(['rules']);
  });

  it('each mend what is faulty in them', () => {
    expect(['/journeys/0/steps/1/after', '/notAnswered/afterRecalls', '/stranded/role', '/name'].map(partOf)).toEqual([
      'journeys',
      'unanswered',
      'unanswered',
      'about',
    ]);
  });
});
