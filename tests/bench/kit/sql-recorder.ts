/**
 * Notes the SQL that a centre asks its database for while it takes in rows of a log: preloaded into its process
 * (`--import <this file>?<file>`), which writes them to that file when it ends.
 */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import pg from 'pg';

/** As the driver is given it. */
export interface RecordedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Node's options for a process whose statements this file is to hold. */
export function recorderOptions(file: string): readonly string[] {
  const url = new URL(import.meta.url);
  url.search = encodeURIComponent(file);
  return ['--import', url.href];
}

const takesIn = 'insert into log_rows';

const wanted = decodeURIComponent(new URL(import.meta.url).search.slice(1));
if (wanted !== '') record(wanted);

function record(file: string): void {
  const kept: (readonly RecordedStatement[])[] = [];
  const open = new WeakMap<object, RecordedStatement[]>();
  const ask = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const note = (client: object, { text, values }: RecordedStatement): void => {
    if (text === 'begin') open.set(client, []);
    const statements = open.get(client);
    statements?.push({ text, values });
    if (text !== 'commit' && text !== 'rollback') return;
    open.delete(client);
    const took = statements?.some((statement) => statement.text.includes(takesIn));
    if (statements !== undefined && took && text === 'commit') kept.push(statements);
  };
  pg.Client.prototype.query = function query(this: object, ...given: unknown[]) {
    const [asked, values] = given as [string | Partial<RecordedStatement>, unknown];
    if (typeof asked === 'string') note(this, { text: asked, values: Array.isArray(values) ? values : [] });
    else note(this, { text: asked.text ?? '', values: asked.values ?? [] });
    return ask.apply(this, given);
  } as typeof pg.Client.prototype.query;
  process.on('exit', () => writeFileSync(file, serialize(kept)));
}
