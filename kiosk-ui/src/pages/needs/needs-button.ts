// The way to the pictures of what somebody needs, and what was said already. A page puts it among its `.wide` buttons.

import { html, type TemplateResult } from 'lit';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { needsAtKiosk, type Told } from '../../session/told.ts';
import { t } from '../../strings/strings.ts';
import { needSigns } from './need-signs.ts';

export function needsButton(told: Told | undefined, press: () => void): TemplateResult {
  const needs = needsAtKiosk.filter((need) => told?.needs?.includes(need));
  const said = needs.map(
    (need) => html`<foyer-icon .name=${needSigns[need]} .label=${t(`needs.${need}`)} stroke="1.8"></foyer-icon>`,
  );
  return html`<foyer-button class="wide needs" icon="hearing" @click=${press}>
    ${needs.length === 0 ? t('needs.tell') : t('needs.said')}
    <span class="end"
      >${needs.length === 0 ? t('needs.tellWhat') : said}<foyer-icon name="forward" stroke="2.5"></foyer-icon
    ></span>
  </foyer-button>`;
}
