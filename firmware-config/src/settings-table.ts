import { type EdgeSetting, edgeSettingNames, edgeSettings, settingRules } from './settings.ts';

/** The settings of an edge as docs/configuration.md shows them: a row each, in Markdown. */
export function settingsTable(): string {
  return [
    '| variable | meaning | values | default | changed by |',
    '|---|---|---|---|---|',
    ...edgeSettingNames.map(row),
  ].join('\n');
}

function row(name: EdgeSetting): string {
  const { meaning, default: usual } = edgeSettings[name];
  const { values, unit, whoMayChange } = settingRules(name);
  const range = unit === null ? values : `${values} ${unit}`;
  const who = whoMayChange === 'machine' ? 'the machine, with a restart' : `${whoMayChange.join(', ')}; at once`;
  return `| \`${name}\` | ${meaning} | ${range} | ${usual ? `\`${usual}\`` : 'none'} | ${who} |`;
}
