/** Text that has no place in the repository, as patterns over the files in which it is looked for. */

interface ForbiddenText {
  readonly what: string;
  readonly files: RegExp;
  readonly pattern: RegExp;
}

const forbidden: readonly ForbiddenText[] = [
  {
    what: 'the address a package came from',
    files: /(^|\/)(package-lock\.json|\.npmrc)$/,
    pattern: /"resolved": "[a-z+]+:|^registry=/m,
  },
  {
    what: 'a path of one machine',
    files: /\.(ts|js|json|md|html|css|sh|sql|service|yml|yaml)$|(^|\/)\.[a-z]+\/[a-z]+$/,
    pattern: /(?<![\w.}*-])\/(tmp|work|root|home\/\w+|Users)\//,
  },
  {
    what: 'a test that is left out',
    files: /\.test\.ts$/,
    pattern: /\b(it|test|describe|suite|bench)(\.\w+|\(.*?\))*\.(only|skip|todo|fails)\b|\bx(it|describe)\(/,
  },
  {
    what: 'a test that sleeps',
    files: /\.test\.ts$/,
    pattern: /\bsleep\(\s*\d|setTimeout\(\s*(resolve|r|done)\s*,\s*[1-9]|from 'node:timers\/promises'/,
  },
];

export function findForbiddenText(path: string, text: string): readonly string[] {
  return forbidden
    .filter(({ files, pattern }) => files.test(path) && pattern.test(text))
    .map(({ what, pattern }) => `${path} holds ${what}: ${pattern.exec(text)?.[0] ?? ''}`);
}

/** Whether any pattern looks at this file at all. */
export function isInspected(path: string): boolean {
  return forbidden.some(({ files }) => files.test(path));
}
