/**
 * Sources of the repository loaded a second time with a planted bug, beside those without it, in one process: a module
 * and what it imports from beside it get an address of their own.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { repositoryRoot } from '../../bench/kit/bench-clinic.ts';
import { changedFile, changeSource, type Variant, variantNames } from '../../bench/kit/source-variant.ts';

const parameter = 'plant';
let isHooked = false;

/** The module at that place below the root of the repository. */
export async function sourceWith(plant: Variant | undefined, file: string): Promise<unknown> {
  const address = pathToFileURL(join(repositoryRoot, file));
  if (plant === undefined) return import(address.href);
  hook();
  address.searchParams.set(parameter, plant);
  return import(address.href);
}

function hook(): void {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const plant = plantOf(context.parentURL);
      return plant === undefined || !specifier.startsWith('.')
        ? resolved
        : { ...resolved, url: `${resolved.url}?${parameter}=${plant}` };
    },
    load(url, context, nextLoad) {
      const plant = plantOf(url);
      if (plant === undefined || !new URL(url).pathname.endsWith(`/${changedFile(plant)}`))
        return nextLoad(url, context);
      const source = changeSource(plant, readFileSync(fileURLToPath(url), 'utf8'));
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

function plantOf(url: string | undefined): Variant | undefined {
  const name = url === undefined || !URL.canParse(url) ? null : new URL(url).searchParams.get(parameter);
  return variantNames.find((variant) => variant === name);
}
