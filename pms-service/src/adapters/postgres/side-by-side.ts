// Whether the version before goes on working once a migration has run: for a while both serve, on one database. So a
// migration expands (a table, a column that may be left out, an index), and what it would take away, rename or narrow waits
// for a later one, which says so right above the statement: `-- contract: nothing uses it since 0043`, the migration of the
// version that stopped using it. docs/centre.md says how a release goes.

import type { Migration } from './migrate.ts';

interface Statement {
  readonly sql: string;
  /** The migration since which nothing uses what it takes away, where it says. */
  readonly unusedSince: number | undefined;
}

/** Of a table that was there before, in a statement or in a clause of ALTER TABLE. */
const statementRules: readonly (readonly [RegExp, string])[] = [
  [/^drop\b/, 'drops what the version before may use'],
  [/^truncate\b/, 'takes rows away'],
  [/^alter (?!table\b)\w+ .*\brename\b/, 'renames'],
  [/^alter (type|domain)\b/, 'changes a type'],
  [/^create (or replace )?(constraint )?trigger\b/, 'changes what a write does'],
  [/^create unique index\b/, 'refuses rows that the version before may write'],
  [/^revoke\b/, 'takes a right away'],
  [/^(lock|vacuum full|cluster|reindex)\b/, 'locks the version before out'],
];
const clauseRules: readonly (readonly [RegExp, string])[] = [
  [/^drop\b/, 'drops what the version before may use'],
  [/^rename\b/, 'renames'],
  [/^set schema\b/, 'renames'],
  [/^alter (column )?\S+ (set data )?type\b/, 'changes a type'],
  [/^alter (column )?\S+ set not null\b/, 'refuses rows that the version before writes'],
  [/^alter (column )?\S+ drop default\b/, 'refuses rows that the version before writes'],
  [/^add (constraint|primary|unique|foreign|check|exclude)\b/, 'refuses rows that the version before may write'],
  [/^add column .*\bunique\b/, 'refuses rows that the version before may write'],
  [/^(enable|disable|force|no force)\b/, 'changes who sees a row'],
];

/** A line for each statement that breaks the version before; empty where both can serve. */
export function sideBySideFaults({ version, name, sql }: Migration): readonly string[] {
  const statements = readStatements(sql);
  const made = new Set(statements.flatMap(({ sql: text }) => tableMadeBy(text) ?? []));
  return statements.flatMap(({ sql: text, unusedSince }) => {
    if (unusedSince !== undefined && unusedSince < version) return [];
    if (made.has(tableOf(text) ?? '')) return [];
    return faultsOf(text).map((fault) => `${String(version).padStart(4, '0')}_${name} ${fault}: ${text}`);
  });
}

function faultsOf(statement: string): readonly string[] {
  const clauses = clausesOf(statement);
  const broken = clauses.flatMap((clause) =>
    clauseRules.filter(([rule]) => rule.test(clause)).map(([, fault]) => fault),
  );
  if (clauses.some(needsValue)) broken.push('refuses rows that the version before writes');
  return [...broken, ...statementRules.filter(([rule]) => rule.test(statement)).map(([, fault]) => fault)];
}

/** A new column that whoever does not know it cannot leave out. */
function needsValue(clause: string): boolean {
  const hasValue = /\b(default|generated)\b/.test(clause);
  return /^add column\b/.test(clause) && /\b(not null|primary key)\b/.test(clause) && !hasValue;
}

function tableMadeBy(statement: string): string | undefined {
  return /^create (?:unlogged )?table (?:if not exists )?([\w."]+)/.exec(statement)?.[1];
}

/** Which table the statement is about. */
function tableOf(statement: string): string | undefined {
  return (
    /^alter table (?:if exists )?(?:only )?([\w."]+)/.exec(statement)?.[1] ??
    /^create unique index .*?\bon (?:only )?([\w."]+)/.exec(statement)?.[1] ??
    /^create .*?\btrigger\b.*?\bon ([\w."]+)/.exec(statement)?.[1] ??
    /^revoke .*?\bon (?:table )?([\w."]+)/.exec(statement)?.[1]
  );
}

/** Of ALTER TABLE; of any other statement none. */
function clausesOf(statement: string): readonly string[] {
  const head = /^alter table (if exists )?(only )?[\w."]+ /.exec(statement)?.[0];
  if (head === undefined) return [];
  const clauses = [''];
  let depth = 0;
  for (const sign of statement.slice(head.length)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) clauses.push('');
    else clauses[clauses.length - 1] += sign;
  }
  return clauses.map((clause) => clause.trim());
}

const piece =
  /--(?<comment>[^\n]*)|\/\*[^]*?\*\/|(?<text>'(?:[^']|'')*')|(?<body>(?<tag>\$\w*\$)[^]*?\k<tag>)|(?<end>;)|(?<rest>[^;'$\-/]+|.)/g;

/** In lower case and with single spaces; what stands in quotes is nobody's statement. */
function readStatements(sql: string): readonly Statement[] {
  const statements: Statement[] = [];
  let [text, unusedSince]: [string, number | undefined] = ['', undefined];
  for (const { groups = {} } of sql.matchAll(piece)) {
    const { comment, end, rest } = groups;
    if (comment !== undefined) {
      const since = /^ contract: .*\bsince (\d{4})$/.exec(comment.trimEnd())?.[1];
      if (since !== undefined) unusedSince = Number(since);
    } else if (end !== undefined) {
      statements.push({ sql: plain(text), unusedSince });
      [text, unusedSince] = ['', undefined];
    } else text += rest ?? ' ';
  }
  return [...statements, { sql: plain(text), unusedSince }].filter(({ sql: each }) => each !== '');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
