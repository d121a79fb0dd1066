import { describe, expect, it } from 'vitest';
import { emitJavaScript } from './emit-javascript.ts';

describe('what a bundle holds of a source', () => {
  it('imports JavaScript, from beside and from another package, now and later, and begins workers with it', () => {
    const source = [
      "import { a, type B } from './a.ts';",
      "export { c } from '@foyer/contracts/c.ts';",
      "const d = await import('./d.ts');",
      "new Worker(join(import.meta.dirname, 'worker.ts'));",
    ].join('\n');
    const emitted = emitJavaScript(source);
    expect(emitted).not.toContain('.ts');
    expect(emitted).toContain("from '@foyer/contracts/c.js'");
    expect(emitted).toContain("import('./d.js')");
    expect(emitted).toContain("'worker.js'");
  });

  it('keeps every line where it was', () => {
    const source = 'interface A {\n  readonly b: string;\n}\nexport const c = (a: A): string =>\n  a.b;\n';
    const lines = emitJavaScript(source).split('\n');
    expect(lines).toHaveLength(source.split('\n').length);
    expect(lines[4]).toBe('  a.b;');
  });
});
