/**
 * What the rules need to know of one source file, read from its syntax tree. TypeScript 7 has no JavaScript
 * API, so the parser is oxc's; a file that it cannot parse is an error, never an empty answer.
 */
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

export interface SourceModule {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly imports: readonly ModuleImport[];
  readonly hasDefaultExport: boolean;
  readonly hasEnum: boolean;
  /** `export * from`, or nothing but re-exports. */
  readonly isBarrel: boolean;
  readonly readsEnvironment: boolean;
  /** Clock and randomness taken from the air, such as `Date.now`. */
  readonly hiddenInputs: readonly string[];
}

export interface ModuleImport {
  readonly target: ImportTarget;
  readonly specifier: string;
  /** Gone when types are stripped. */
  readonly typeOnly: boolean;
}

export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string };

const hiddenInputNames = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'Temporal.Now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

export function readModule(path: string, source: string): SourceModule {
  const result = parseSync(path, source, { lang: 'ts', sourceType: 'module' });
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message ?? ''}`);
  const { staticImports, staticExports, dynamicImports } = result.module;
  const exportEntries = staticExports.flatMap((statement) => statement.entries);

  const imports: ModuleImport[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    imports.push({ specifier, typeOnly, target: resolveImport(path, specifier) });
  };
  for (const { moduleRequest, entries } of staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const entry of exportEntries) if (entry.moduleRequest !== null) add(entry.moduleRequest.value, entry.isType);
  for (const { moduleRequest } of dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1] !== undefined) add(literal[1], false);
  }

  let hasEnum = false;
  let readsEnvironment = false;
  const hiddenInputs: string[] = [];
  /** Where `process.env` stands in `process.env['PATH']`: what a child needs to find programs. */
  const programPaths = new Set<number>();
  new Visitor({
    TSEnumDeclaration: () => {
      hasEnum = true;
    },
    TSImportType: (node) => add(node.source.value, true),
    MemberExpression: (node) => {
      if (node.property.type === 'Literal' && node.property.value === 'PATH') programPaths.add(node.object.start);
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      const name = `${node.object.name}.${node.property.name}`;
      if (name === 'process.env' && !programPaths.has(node.start)) readsEnvironment = true;
      if (hiddenInputNames.has(name)) hiddenInputs.push(name);
    },
    NewExpression: (node) => {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'Date' && node.arguments.length === 0)
        hiddenInputs.push('new Date()');
    },
  }).visit(result.program);

  return {
    path,
    imports,
    hasDefaultExport: exportEntries.some((entry) => entry.exportName.kind === 'Default'),
    hasEnum,
    isBarrel:
      exportEntries.some((entry) => entry.importName.kind === 'AllButDefault') ||
      (exportEntries.length > 0 &&
        exportEntries.every((entry) => entry.moduleRequest !== null) &&
        staticImports.length === 0),
    readsEnvironment,
    hiddenInputs,
  };
}

/** `@foyer/x/y.ts` is `x/src/y.ts`, as each package's `exports` map says; two folders of ui-kit lie beside `src`. */
export function resolveImport(fromPath: string, specifier: string): ImportTarget {
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('.')) return { kind: 'file', path: posix.normalize(posix.join(posix.dirname(fromPath), bare)) };
  if (bare.startsWith('node:')) return { kind: 'node', name: bare };
  const parts = bare.split('/');
  if (parts[0] === '@foyer' && parts[1] !== undefined)
    return {
      kind: 'file',
      path: /^ui-kit\/(build|testing)\//.test(bare.slice('@foyer/'.length))
        ? posix.join(...parts.slice(1))
        : posix.join(parts[1], 'src', ...parts.slice(2)),
    };
  return { kind: 'library', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') };
}
