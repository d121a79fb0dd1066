import { type EdgeSetting, edgeSettings, type Setting } from './settings.ts';

/** The settings of an edge as docs/configuration.md shows them: a row each, in Markdown. */
export function settingsTable(): string {
  const rows = (Object.entries(edgeSettings) as [EdgeSetting, Setting][]).map(
    ([name, { meaning, default: usual }]) =>
      `| \`${name}\` | ${meaning} | ${usual === null ? 'none' : `\`${usual}\``} |`,
  );
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}
