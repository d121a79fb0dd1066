import { describe, expect, it } from 'vitest';
import { stringsWith, type HeapSnapshot } from './heap-strings.ts';

const nodeTypes = ['synthetic', 'object', 'string', 'concatenated string'] as const;
const edgeTypes = ['property', 'internal', 'weak'] as const;
interface Node {
  readonly type: (typeof nodeTypes)[number];
  readonly name: string;
  readonly edges?: readonly (readonly [type: (typeof edgeTypes)[number], name: string, to: number])[];
}

/** As V8 writes it; the first node is the root. */
function aSnapshot(nodes: readonly Node[]): HeapSnapshot {
  const strings: string[] = [];
  const text = (name: string): number => strings.push(name) - 1;
  const meta: HeapSnapshot['snapshot']['meta'] = {
    node_fields: ['type', 'name', 'edge_count'],
    node_types: [nodeTypes],
    edge_fields: ['type', 'name_or_index', 'to_node'],
    edge_types: [edgeTypes],
  };
  return {
    snapshot: { meta },
    nodes: nodes.flatMap(({ type, name, edges = [] }) => [nodeTypes.indexOf(type), text(name), edges.length]),
    edges: nodes.flatMap(({ edges = [] }) =>
      edges.flatMap(([type, name, to]) => [edgeTypes.indexOf(type), text(name), to * meta.node_fields.length]),
    ),
    strings,
  };
}

describe('the strings of a heap', () => {
  it('are found in any case, with who holds them', () => {
    const heap = aSnapshot([
      { type: 'synthetic', name: '(root)', edges: [['property', 'page', 1]] },
      { type: 'object', name: 'RegisterPage', edges: [['property', 'typed', 2]] },
      { type: 'string', name: 'OKAFOR' },
    ]);
    expect(stringsWith(heap, ['okafor'])).toEqual([
      { text: 'OKAFOR', heldBy: 'typed of RegisterPage, page of (root)' },
    ]);
  });

  it('are joined where they were put together and never read', () => {
    const heap = aSnapshot([
      { type: 'synthetic', name: '(root)', edges: [['property', 'typed', 1]] },
      {
        type: 'concatenated string',
        name: '(concatenated string)',
        edges: [
          ['internal', 'map', 2],
          ['internal', 'first', 3],
          ['internal', 'second', 4],
        ],
      },
      { type: 'object', name: 'system / Map' },
      {
        type: 'concatenated string',
        name: '(concatenated string)',
        edges: [
          ['internal', 'first', 5],
          ['internal', 'second', 6],
        ],
      },
      { type: 'string', name: 'FOR' },
      { type: 'string', name: 'O' },
      { type: 'string', name: 'KA' },
    ]);
    expect(stringsWith(heap, ['okafor'])).toEqual([{ text: 'OKAFOR', heldBy: 'typed of (root)' }]);
  });

  it('say who holds them strongly, not who would let them go', () => {
    const heap = aSnapshot([
      {
        type: 'synthetic',
        name: '(root)',
        edges: [
          ['weak', 'seen', 2],
          ['property', 'kept', 1],
        ],
      },
      { type: 'object', name: 'Array', edges: [['property', '0', 2]] },
      { type: 'string', name: 'okafor' },
    ]);
    expect(stringsWith(heap, ['okafor'])[0]?.heldBy).toBe('0 of Array, kept of (root)');
  });
});
