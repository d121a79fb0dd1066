/** Bugs in what the edge decides, answers and remembers, each in one named place of its sources. */
import type { Change } from './source-variant.ts';

const order = 'domain/src/queue/order.ts';
const handler = 'edge-server/src/writer/command-handler.ts';

export const plantedDecisions = {
  'tie-newest-first': {
    file: order,
    places: [{ find: /a\.ordinal - b\.ordinal/, replaceWith: 'b.ordinal - a.ordinal' }],
  },
  'wait-shortest-first': {
    file: order,
    places: [
      {
        find: /a\.standing\.placeAt - b\.standing\.placeAt/,
        replaceWith: 'b.standing.placeAt - a.standing.placeAt',
      },
    ],
  },
  'class-ignored': {
    file: order,
    places: [
      {
        find: /priorityClasses\.indexOf\(a\.standing\.priorityClass\) - priorityClasses\.indexOf\(b\.standing\.priorityClass\)/,
        replaceWith: '0',
      },
    ],
  },
  'sent-to-a-room-and-called-to-another': {
    file: order,
    places: [{ find: /if \(forServicePointId === null\) return/, replaceWith: 'return' }],
  },
  'party-left-behind': {
    file: 'domain/src/queue/party.ts',
    places: [{ find: /return companions\.map\(/, replaceWith: 'return companions.slice(1).map(' }],
  },
  'busy-room-ignored': {
    file: 'domain/src/queue/call.ts',
    places: [{ find: /if \(finishCurrent === undefined\) return no\('service-point-busy', facts\);/, replaceWith: '' }],
  },
  'undo-of-an-older-step': {
    file: 'domain/src/queue/undo.ts',
    places: [
      {
        find: /const isLast = last\.epoch === command\.epoch && last\.seq === command\.seq;/,
        replaceWith: 'const isLast = last.seq >= command.seq;',
      },
    ],
  },
  'front-behind-the-first': {
    file: 'domain/src/queue/transfer.ts',
    places: [{ find: /return first - 1;/, replaceWith: 'return first + 1;' }],
  },
  'accepted-answers-forgotten': {
    file: handler,
    places: [
      {
        find: /const first = answers\.recall\(command\.commandId\);/,
        replaceWith: 'const first = undefined as ReturnType<typeof answers.recall>;',
      },
    ],
  },
  'refusals-forgotten': {
    file: handler,
    places: [{ find: /answers\.refused\(\{/, replaceWith: 'void ({' }],
  },
  'place-of-the-first-row': {
    file: handler,
    places: [{ find: /seq: last\.seq, result/, replaceWith: 'seq: rows[0]!.seq, result' }],
  },
  'half-an-effect': {
    file: handler,
    places: [
      { find: /writer\.append\(decision\.facts, by\)/, replaceWith: 'writer.append(decision.facts.slice(0, 1), by)' },
    ],
  },
  /** Every other decision looks at what another one looked at before. */
  'read-outside-the-transaction': {
    file: 'edge-server/src/writer/engine.ts',
    places: [
      {
        find: /queue: memory\.queue,/,
        replaceWith: `queue: (() => {
          const now = Object.fromEntries(Object.entries(memory.queue).map(([kind, map]) => [kind, new Map(map)]));
          const read = Math.random() < 0.5 ? ((globalThis as any).readBefore ?? now) : now;
          (globalThis as any).readBefore = now;
          return read;
        })(),`,
      },
    ],
  },
  'answers-of-neighbours': {
    file: 'edge-server/src/writer/batch.ts',
    places: [
      {
        find: /return \{ ok: true, answers \};/,
        replaceWith: `return { ok: true, answers: answers.map(({ id }, at) => ({ id, answer: answers.at(-1 - at)!.answer })) };`,
      },
    ],
  },
  'restart-without-the-queue': {
    file: 'edge-server/src/writer/memory.ts',
    places: [{ find: /map\.clear\(\);/, replaceWith: "map.clear(); if (kind === 'tickets') return;" }],
  },
  /** A cache in front of the commit's own news. */
  'read-of-a-moment-ago': {
    file: 'edge-server/src/views/clinic-views.ts',
    places: [
      {
        find: /ticket\(id: string\): Ticket \| undefined \{\s+const record = this\.#record\(id\);/,
        replaceWith: `ticket(id: string): Ticket | undefined {
          const read = ((globalThis as any).readBefore ??= new Map());
          const record = read.get(id) ?? this.#record(id);
          read.set(id, record);
          setTimeout(() => read.delete(id), 2_000);`,
      },
    ],
  },
  /** Whoever was moved in the queue stands where they came, once the edge was started again. */
  'restart-without-the-places': {
    file: 'edge-server/src/writer/memory.ts',
    places: [
      {
        find: /map\.admit\(record\);/,
        replaceWith: `{
          if (kind !== 'tickets') { map.admit(record); continue; }
          const ticket = record as any;
          map.admit({ ...ticket, standing: { ...ticket.standing, placeAt: ticket.issuedAt } });
        }`,
      },
    ],
  },
  /** For as long as somebody might have kept them. */
  'rules-of-a-moment-ago': {
    file: 'domain/src/queue/calling-rules.ts',
    places: [
      {
        find: /const record = callingRules\.get\(rulesNow\);/,
        replaceWith: `const newest = callingRules.get(rulesNow);
          const isYoung = newest !== undefined && Date.now() - newest.at < 500;
          const record = isYoung ? callingRules.get(revisionKey(newest.revision - 1)) : newest;`,
      },
    ],
  },
  'step-of-a-journey-twice': {
    file: 'domain/src/journey/go-on.ts',
    places: [
      {
        find: /goesOn\(ticket, finishedHere\(journey\), state, world, moment\);/,
        replaceWith: `goesOn(
            ticket,
            { ...journey, steps: journey.steps.map((step) => (step.state === 'here' ? { ...step, state: 'ahead' } : step)) },
            state,
            world,
            moment,
          );`,
      },
    ],
  },
} as const satisfies Readonly<Record<string, Change>>;
