/** A file of an appliance: where it lies there, and what is in it. */
export interface ApplianceFile {
  readonly path: string;
  readonly mode: number;
  readonly text: string;
}

/** Text of a file from its lines, with a line feed at its end. */
export function fileText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
