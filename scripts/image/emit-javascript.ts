/**
 * JavaScript from our TypeScript: Node strips the types itself, lines and columns stay where they are, and what was
 * imported as `.ts` is imported as `.js`. ADR 0006 is why the sources can be no more than that.
 */
import { stripTypeScriptTypes } from 'node:module';

/** Every string that ends in `.ts` names a module: an import, or the file of a worker. */
const moduleName = /(['"])([^'"\n]+)\.ts\1/g;

export function emitJavaScript(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' }).replace(moduleName, '$1$2.js$1');
}
