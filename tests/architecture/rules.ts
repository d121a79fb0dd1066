/**
 * The house rules over a set of modules. Each rule answers with what breaks it, as sentences that name the
 * file; no sentence is a house in order.
 */
import { defaultExporters, environmentReaders, type Room, rooms, testFiles } from './import-table.ts';
import type { ModuleImport, SourceModule } from './read-module.ts';

export type Violation = string;

export function findViolations(modules: readonly SourceModule[]): readonly Violation[] {
  return [
    ...modules.flatMap((module) => [...breaksImportTable(module), ...breaksFileRules(module)]),
    ...findModuleCycles(modules),
    ...findSchemasOnScreens(modules),
  ];
}

function breaksImportTable(module: SourceModule): readonly Violation[] {
  const room = roomOf(module.path);
  if (room === undefined) return [`${module.path} belongs to no room of the import table`];
  return module.imports
    .filter((entry) => !mayImport(module.path, room, entry))
    .map((entry) => `${module.path} (${room.name}) may not import ${entry.specifier}`);
}

function mayImport(from: string, room: Room, entry: ModuleImport): boolean {
  const { target, typeOnly } = entry;
  if (target.kind === 'node') return room.node === true;
  if (target.kind === 'library') {
    if (room.libraries === 'any') return true;
    const names = [...(room.libraries ?? []), ...((typeOnly && room.libraryTypes) || [])];
    return names.some((name) => isLibrary(name, target.name));
  }
  if (packageOf(from) !== packageOf(target.path)) {
    const byPath = entry.specifier.startsWith('.') && !outsidePackages.test(from);
    return !byPath && matchesAny(room.packages, target.path);
  }
  if (testFiles.test(target.path) && !testFiles.test(from)) return false;
  const sameRoom = roomOf(target.path) === room;
  const allowed = [...(room.inside ?? []), ...((typeOnly && room.insideTypes) || [])];
  return (sameRoom || matchesAny(allowed, target.path)) && keepsToOpenFiles(from, target.path);
}

/** Of another module of the PMS, only its words and its use cases. */
function keepsToOpenFiles(from: string, to: string): boolean {
  const target = pmsModuleOf(to);
  const own = pmsModuleOf(from);
  if (target === undefined || own === undefined || target === own || testFiles.test(from)) return true;
  return /\/(types|use-cases)(-[a-z-]+)?\.ts$/.test(to);
}

function breaksFileRules(module: SourceModule): readonly Violation[] {
  const { path } = module;
  const room = roomOf(path);
  const found: Violation[] = [];
  if (module.hasDefaultExport && !defaultExporters.test(path)) found.push(`${path} has a default export`);
  if (module.hasEnum) found.push(`${path} has an enum`);
  if (module.isBarrel || /(^|\/)index\.ts$/.test(path)) found.push(`${path} is a barrel`);
  if (module.readsEnvironment && !environmentReaders.test(path) && !testFiles.test(path))
    found.push(`${path} reads process.env`);
  if (room?.pure === true && !testFiles.test(path))
    found.push(...module.hiddenInputs.map((input) => `${path} takes ${input} from the air`));
  return found;
}

/** A module of the PMS that reaches itself through others. */
function findModuleCycles(modules: readonly SourceModule[]): readonly Violation[] {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of modules) {
    const from = pmsModuleOf(path);
    if (from === undefined || testFiles.test(path)) continue;
    for (const { target } of imports) {
      const to = target.kind === 'file' ? pmsModuleOf(target.path) : undefined;
      if (to === undefined || to === from) continue;
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  }
  return [...graph.keys()]
    .filter((start) => reachable([...(graph.get(start) ?? [])], (name) => [...(graph.get(name) ?? [])]).has(start))
    .map((name) => `pms-service/src/modules/${name} imports itself through other modules`);
}

/** A screen's bundle takes types and constants from contracts; TypeBox must not come along. */
function findSchemasOnScreens(modules: readonly SourceModule[]): readonly Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const valueTargets = (path: string): readonly string[] =>
    (byPath.get(path)?.imports ?? [])
      .filter((entry) => !entry.typeOnly)
      .map(({ target }) => (target.kind === 'file' ? target.path : target.name));
  return modules
    .filter(({ path }) => /^[a-z]+-(ui|kit)\/src\//.test(path) && !testFiles.test(path))
    .filter(({ path }) => [...reachable([path], valueTargets)].some((name) => name === 'typebox'))
    .map(({ path }) => `${path} brings TypeBox into a bundle`);
}

export function roomOf(path: string): Room | undefined {
  return rooms.find((room) => room.files.test(path));
}

const outsidePackages = /^(tests|scripts)\//;

function packageOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function pmsModuleOf(path: string): string | undefined {
  return /^pms-service\/src\/modules\/([^/]+)\//.exec(path)?.[1];
}

function isLibrary(pattern: string, name: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function matchesAny(patterns: readonly RegExp[] | undefined, path: string): boolean {
  return (patterns ?? []).some((pattern) => pattern.test(path));
}

function reachable(start: readonly string[], next: (name: string) => readonly string[]): Set<string> {
  const seen = new Set<string>(start);
  for (const name of seen) for (const target of next(name)) seen.add(target);
  return seen;
}
