// Every shared element in its states, for the tests to look at.

import { html, render } from 'lit';
import '../../../src/tokens.css';
import 'virtual:foyer-fonts.css';
import './gallery.css';
import '../../../src/elements/foyer-ahead.ts';
import '../../../src/elements/foyer-brand.ts';
import '../../../src/elements/foyer-button.ts';
import '../../../src/elements/foyer-door.ts';
import '../../../src/elements/foyer-floor.ts';
import '../../../src/elements/foyer-icon.ts';
import '../../../src/elements/foyer-mark.ts';
import '../../../src/elements/foyer-number.ts';
import '../../../src/elements/foyer-path.ts';
import '../../../src/elements/foyer-wait.ts';
import { icons, type IconName } from '../../../src/elements/icons.ts';
import { isLanguageCode, language } from '../../../src/language/language.ts';

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = wanted.get('theme') ?? 'light';
const code = wanted.get('language');
if (isLanguageCode(code)) await language.use(code);

render(
  html`<main>
    <h1>The five parts</h1>
    <foyer-brand name="Harbour Street Clinic"></foyer-brand>
    <foyer-number value="A047"></foyer-number>
    <div id="fitted"><foyer-number value="A047" fit="412"></foyer-number></div>
    <foyer-path label="Your way" .steps=${['Who you are', 'Check', 'Your number']} current="1"></foyer-path>
    <foyer-wait from="20" to="35" now="now" unit="min"></foyer-wait>
    <foyer-ahead count="6"></foyer-ahead>
    <foyer-ahead count="40"></foyer-ahead>
    <foyer-mark state="quiet"></foyer-mark>
    <foyer-mark state="stale" .heardAt=${0} zone="UTC"></foyer-mark>
    <p>
      <foyer-button icon="back">Back</foyer-button>
      <foyer-button kind="strong" icon="person">I need help</foyer-button>
      <foyer-button kind="alert" icon="emergency">Very unwell?</foyer-button>
      <foyer-button toggle on>English</foyer-button>
      <foyer-button toggle>Español</foyer-button>
      <foyer-button pending>Hold</foyer-button>
      <foyer-button disabled>Next</foyer-button>
    </p>
    <p>
      ${(Object.keys(icons) as IconName[]).map((name) => html`<foyer-icon .name=${name} label=${name}></foyer-icon> `)}
    </p>
    <div class="doors">
      <foyer-door state="lit" action
        >Check in<span slot="foot">Have a code? Hold it under the reader.</span></foyer-door
      >
      <foyer-door state="open" action>Open</foyer-door>
      <foyer-door state="hollow" action disabled>Shut</foyer-door>
      <foyer-door state="closed">Closed</foyer-door>
    </div>
    <foyer-floor><p>Below the floor</p></foyer-floor>
  </main>`,
  document.body,
);
document.body.dataset['ready'] = 'yes';
