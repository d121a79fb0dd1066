/** The week as a page that a clinic's manager reads: one file, the verdict first. It names nobody. Pure. */
import { dayMs } from '@foyer/contracts/time.ts';
import { type Chart, drawChart } from './week-chart.ts';
import { type DayFigures, differencesOf, hasEndedWell, type StoryDay, type WeekStory } from './week-story.ts';
import { weekStyle } from './week-style.ts';

const mostSentences = 40;
const words: Readonly<Record<string, string>> = {
  'row of the log': 'entries of the clinic’s sealed record, each with its seal',
  visit: 'visits, and how each ended',
  charge: 'charges, and what paid them',
  payment: 'payments with their receipts',
  till: 'tills, opened and counted',
  'takings of a day': 'takings by day and means',
  patient: 'patients and their details',
  appointment: 'appointments, moved and called off',
  arrival: 'arrivals of who was booked',
  price: 'prices',
  'member of staff': 'members of staff',
  request: 'requests of the clinic and their answers',
  'open balance': 'patients who have yet to pay',
  'books against the log': 'facts of the record, found again in the books',
  'numbers without gaps': 'receipts and closings, numbered without gaps',
  'what people were told': 'things that people had been told',
  'nothing set aside': 'feed of the centre, come to its end with nothing put aside',
};

export function pageOf(story: WeekStory): string {
  const title = `${howLong(story)} without the centre`;
  const { sentences, heading } = verdictOf(story);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${weekStyle}</style>
</head>
<body>
<main>
<h1>${escape(story.clinicName)} · ${title}</h1>
<section class="verdict${hasEndedWell(story) ? '' : ' bad'}">
<strong>${heading}</strong>
${sentences.map((sentence) => `<p>${sentence}</p>`).join('\n')}
</section>
${figures(story)}
${amiss(story)}
<h2>Day by day, on both sides</h2>
<p>What the box at the clinic has, and what the centre has now. Amounts are in ${escape(story.currency)}.</p>
${table(story)}
<h2>What waited, and how it fell</h2>
${charts(story)}
<h2>What happened</h2>
${happenings(story)}
<h2>What was compared</h2>
<p>One by one, from what the databases of both sides hold. To show that the comparison sees, ${story.caught.planted} mistakes were made on purpose afterwards, and taken back: it saw ${story.caught.caught === story.caught.planted ? 'all of them' : `${story.caught.caught} of them`}.</p>
${checks(story)}
<footer>
<p>Invented people and days, lived by the real box and the real centre; power cuts included, the clock moved on. To live such a week again: <code>npm run faults -- seven-days --seed ${story.seed}</code></p>
</footer>
</main>
</body>
</html>
`;
}

function verdictOf(story: WeekStory): { readonly heading: string; readonly sentences: readonly string[] } {
  const { reconnection, days } = story;
  const came = sum(days, ({ clinic }) => clinic.arrived);
  const people = came === 1 ? 'one person' : `${numbers.format(came)} people`;
  const took = amounts.format(sum(days, ({ clinic }) => clinic.cashMinor + clinic.cardMinor) / 100);
  const lived = `For ${howLong(story).toLowerCase()} the clinic could not reach the centre. It went on: ${people} came, and ${story.currency} ${took} were taken.`;
  const { liveAfterMs } = reconnection;
  const knew = liveAfterMs === undefined ? '' : ` knew after ${seconds(liveAfterMs)} how the clinic was, and`;
  const back = `When the line came back, the centre${knew} had everything after ${seconds(reconnection.equalAfterMs)}.`;
  const found = differencesOf(story).length + story.broken.length;
  return hasEndedWell(story)
    ? {
        heading: 'Both sides are equal.',
        sentences: [lived, back, 'Nothing is missing, nothing is there twice, nothing differs.'],
      }
    : {
        heading: found === 0 ? 'The comparison did not see everything.' : 'The two sides are not equal.',
        sentences: [lived, back, `What differs stands below: ${numbers.format(found)} in all.`],
      };
}

function figures({ days, waiting, reconnection, sentAgain }: WeekStory): string {
  const all: readonly (readonly [string, string])[] = [
    ['people who came', numbers.format(sum(days, ({ clinic }) => clinic.arrived))],
    ['receipts', numbers.format(sum(days, ({ clinic }) => clinic.receipts))],
    ['entries that waited', numbers.format(waiting.at(-1)?.rows ?? 0)],
    ['until both were equal', seconds(reconnection.equalAfterMs)],
    ['power cuts', numbers.format(days.length)],
    ['commands sent again after one', numbers.format(sentAgain)],
  ];
  return `<dl class="figures">${all.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function amiss(story: WeekStory): string {
  const missed = story.caught.missed.map((plant) => `the comparison did not see that ${plant}`);
  const all = [...story.broken, ...differencesOf(story), ...missed];
  if (all.length === 0) return '';
  const shown = all.slice(0, mostSentences).map((sentence) => `<li>${escape(sentence)}</li>`);
  const rest = all.length > mostSentences ? `<p>And ${numbers.format(all.length - mostSentences)} more.</p>` : '';
  return `<h2>What differs</h2><ul class="sentences">${shown.join('')}</ul>${rest}`;
}

const columns: readonly { readonly label: string; readonly of: (day: DayFigures) => number }[] = [
  { label: 'came', of: ({ arrived }) => arrived },
  { label: 'were seen', of: ({ served }) => served },
  { label: 'went away', of: ({ gone }) => gone },
  { label: 'receipts', of: ({ receipts }) => receipts },
];

function table({ days }: WeekStory): string {
  const rows = days.map((day) => row(midDay.format(noon(day.businessDay)), day.clinic, day.centre));
  const [ours, theirs] = [total(days, ({ clinic }) => clinic), total(days, ({ centre }) => centre)];
  return `<div class="scroll"><table>
<thead>
<tr><th rowspan="2" scope="col">Day</th>${columns.map(({ label }) => `<th rowspan="2" scope="col">${label}</th>`).join('')}
<th colspan="2" scope="colgroup" class="group">Cash</th><th colspan="2" scope="colgroup" class="group">Card</th><th rowspan="2" scope="col">equal</th></tr>
<tr><th scope="col">clinic</th><th scope="col">centre</th><th scope="col">clinic</th><th scope="col">centre</th></tr>
</thead>
<tbody>${rows.join('\n')}</tbody>
${days.length > 1 ? `<tfoot>${row('Together', ours, theirs)}</tfoot>` : ''}
</table></div>`;
}

function row(name: string, clinic: DayFigures, centre: DayFigures): string {
  const isSame = Object.entries(clinic).every(([field, value]) => centre[field as keyof DayFigures] === value);
  const counts = columns.map(({ label, of }) => {
    const text = of(clinic) === of(centre) ? numbers.format(of(clinic)) : `${of(clinic)} / ${of(centre)}`;
    return cell(label, text);
  });
  const money = (label: string, minor: number): string => cell(label, amounts.format(minor / 100));
  return `<tr><th scope="row">${name}</th>${counts.join('')}
${money('cash at the clinic', clinic.cashMinor)}${money('cash at the centre', centre.cashMinor)}
${money('card at the clinic', clinic.cardMinor)}${money('card at the centre', centre.cardMinor)}
<td data-label="equal" class="${isSame ? 'same' : 'other'}">${isSame ? '✓ yes' : '✗ no'}</td></tr>`;
}

function cell(label: string, text: string): string {
  return `<td data-label="${label}">${text}</td>`;
}

function total(days: readonly StoryDay[], of: (day: StoryDay) => DayFigures): DayFigures {
  const add = (field: keyof DayFigures): number => sum(days, (day) => of(day)[field]);
  return {
    arrived: add('arrived'),
    served: add('served'),
    gone: add('gone'),
    receipts: add('receipts'),
    cashMinor: add('cashMinor'),
    cardMinor: add('cardMinor'),
  };
}

function charts(story: WeekStory): string {
  const { waiting, reconnection, days } = story;
  const [first, last] = [waiting[0]?.afterMs ?? 0, waiting.at(-1)?.afterMs ?? 1];
  const spanMs = Math.max(1, last - first);
  const longest = reconnection.equalAfterMs;
  const most = Math.max(...waiting.map(({ rows }) => rows), ...reconnection.falls.map((fall) => fall.waiting), 1);
  const week: Chart = {
    caption: 'Entries that waited at the clinic, while it could not reach the centre.',
    points: waiting.map(({ afterMs, rows }) => ({ x: (afterMs - first) / spanMs, value: rows })),
    most,
    labels: days.map(({ businessDay }, place) => ({
      x: Math.min(1, (place * dayMs) / spanMs),
      text: shortDay.format(noon(businessDay)),
    })),
  };
  const fall: Chart = {
    caption: `After the line came back: none after ${seconds(longest)}.`,
    points: reconnection.falls.map((one) => ({ x: one.afterMs / longest, value: one.waiting })),
    most,
    labels: [0, 0.5, 1].map((x) => ({ x, text: seconds(longest * x) })),
  };
  return `<div class="charts">${drawChart(week)}${drawChart(fall)}</div>`;
}

function happenings({ days, requests, cameAllTheSame }: WeekStory): string {
  const part = (where: string, sentences: readonly string[]): string =>
    `<h4>${where}</h4>${sentences.map((sentence) => `<p>${escape(sentence)}</p>`).join('')}`;
  const items = days.map(
    ({ businessDay, atClinic, atCentre }) =>
      `<li><h3>${dayName(businessDay)}</h3>${part('At the clinic', atClinic)}${part('At the centre', atCentre)}</li>`,
  );
  const asked = `Of what the clinic had asked the centre for, ${requests.accepted} requests were granted and ${requests.refused} refused when it heard of them; the desk has the answers.`;
  const came = `${cameAllTheSame} people came to an appointment that the centre had called off meanwhile: they were seen, and both sides say so.`;
  return `<ul class="days">${items.join('\n')}</ul><p>${asked}</p>${cameAllTheSame === 0 ? '' : `<p>${came}</p>`}`;
}

function checks({ checks: all }: WeekStory): string {
  const items = all.map(({ name, compared, differences }) => {
    const isGood = differences.length === 0;
    const verdict = isGood ? '✓' : `✗ ${numbers.format(differences.length)}`;
    const count = `<span>${numbers.format(compared)}</span>`;
    return `<li><b>${words[name] ?? name}</b>${count}<span class="${isGood ? 'same' : 'other'}">${verdict}</span></li>`;
  });
  return `<ul class="checks">${items.join('\n')}</ul>`;
}

const numbers = new Intl.NumberFormat('en-GB');
const amounts = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const midDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

function noon(businessDay: string): Date {
  return new Date(`${businessDay}T12:00:00Z`);
}

function dayName(businessDay: string): string {
  return longDay.format(noon(businessDay));
}

function howLong({ days: { length } }: WeekStory): string {
  if (length === 1) return 'One day';
  return length === 7 ? 'Seven days' : `${length} days`;
}

function seconds(ms: number): string {
  if (ms === 0) return '0 s';
  return `${ms < 9_950 ? (ms / 1_000).toFixed(1) : Math.round(ms / 1_000)} s`;
}

function sum(days: readonly StoryDay[], of: (day: StoryDay) => number): number {
  return days.reduce((all, day) => all + of(day), 0);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
