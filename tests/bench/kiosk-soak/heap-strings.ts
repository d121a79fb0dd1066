/**
 * The strings of a heap snapshot, and who holds them. A string that was put together is kept as its parts until somebody
 * reads it: those are joined here. Source: V8's HeapSnapshotJSONSerializer, whose `meta` names the fields.
 */

export interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}
export interface HeldString {
  readonly text: string;
  /** From whoever holds it to the root, a few steps. */
  readonly heldBy: string;
}

/** Whoever is further away says nothing more of whose fault it is. */
const mostSteps = 9;
const longestJoined = 100_000;

/** Those that hold one of the traces, whatever their case. */
export function stringsWith(snapshot: HeapSnapshot, traces: readonly string[]): readonly HeldString[] {
  const heap = new Heap(snapshot);
  return heap
    .strings()
    .filter(({ text }) => traces.some((trace) => text.toLowerCase().includes(trace)))
    .map(({ text, node }) => ({ text, heldBy: heap.pathTo(node) }));
}

class Heap {
  readonly #snapshot: HeapSnapshot;
  readonly #nodeSize: number;
  readonly #edgeSize: number;
  readonly #nodeTypes: readonly string[];
  readonly #edgeTypes: readonly string[];
  readonly #field: Readonly<Record<'type' | 'name' | 'edges', number>>;
  readonly #edge: Readonly<Record<'type' | 'name' | 'to', number>>;
  /** Of each node, where its edges begin. */
  readonly #edgesFrom: Uint32Array;
  #holders: Int32Array | undefined;

  constructor(snapshot: HeapSnapshot) {
    const { node_fields, node_types, edge_fields, edge_types } = snapshot.snapshot.meta;
    this.#snapshot = snapshot;
    this.#nodeSize = node_fields.length;
    this.#edgeSize = edge_fields.length;
    this.#nodeTypes = node_types[0];
    this.#edgeTypes = edge_types[0];
    this.#field = {
      type: node_fields.indexOf('type'),
      name: node_fields.indexOf('name'),
      edges: node_fields.indexOf('edge_count'),
    };
    this.#edge = {
      type: edge_fields.indexOf('type'),
      name: edge_fields.indexOf('name_or_index'),
      to: edge_fields.indexOf('to_node'),
    };
    this.#edgesFrom = new Uint32Array(this.#count + 1);
    for (let node = 0, from = 0; node < this.#count; node++) {
      from += snapshot.nodes[node * this.#nodeSize + this.#field.edges]! * this.#edgeSize;
      this.#edgesFrom[node + 1] = from;
    }
  }

  get #count(): number {
    return this.#snapshot.nodes.length / this.#nodeSize;
  }

  strings(): readonly { readonly text: string; readonly node: number }[] {
    const found: { text: string; node: number }[] = [];
    for (let node = 0; node < this.#count; node++) {
      const type = this.#typeOf(node);
      if (type === 'string') found.push({ text: this.#nameOf(node), node });
      else if (type === 'concatenated string') found.push({ text: this.#joined(node), node });
    }
    return found;
  }

  /** Of those who hold it strongly, the shortest way. */
  pathTo(node: number): string {
    this.#holders ??= this.#findHolders();
    const steps: string[] = [];
    for (let at = node; steps.length < mostSteps;) {
      const edge = this.#holders[at]!;
      if (edge < 0) break;
      const holder = this.#ownerOf(edge);
      steps.push(`${this.#edgeName(edge)} of ${this.#nameOf(holder).slice(0, 60)}`);
      at = holder;
    }
    return steps.join(', ');
  }

  #typeOf(node: number): string {
    return this.#nodeTypes[this.#snapshot.nodes[node * this.#nodeSize + this.#field.type]!] ?? '';
  }

  #nameOf(node: number): string {
    return this.#snapshot.strings[this.#snapshot.nodes[node * this.#nodeSize + this.#field.name]!] ?? '';
  }

  #joined(node: number): string {
    let text = '';
    for (const open = [node]; open.length > 0 && text.length < longestJoined;) {
      const next = open.pop()!;
      if (this.#typeOf(next) === 'concatenated string') open.push(...this.#partsOf(next).toReversed());
      else text += this.#nameOf(next);
    }
    return text;
  }

  #partsOf(node: number): readonly number[] {
    const parts: [string, number][] = [];
    for (let edge = this.#edgesFrom[node]!; edge < this.#edgesFrom[node + 1]!; edge += this.#edgeSize)
      parts.push([this.#edgeName(edge), this.#toOf(edge)]);
    return ['first', 'second'].flatMap((name) => parts.filter(([own]) => own === name).map(([, to]) => to));
  }

  #toOf(edge: number): number {
    return this.#snapshot.edges[edge + this.#edge.to]! / this.#nodeSize;
  }

  #edgeType(edge: number): string {
    return this.#edgeTypes[this.#snapshot.edges[edge + this.#edge.type]!] ?? '';
  }

  #edgeName(edge: number): string {
    const name = this.#snapshot.edges[edge + this.#edge.name]!;
    const isNumbered = ['element', 'hidden'].includes(this.#edgeType(edge));
    return isNumbered ? `[${name}]` : (this.#snapshot.strings[name] ?? '');
  }

  /** Breadth first from the root: by which edge each node is reached; -1 for none. */
  #findHolders(): Int32Array {
    const holders = new Int32Array(this.#count).fill(-1);
    const seen = new Uint8Array(this.#count);
    seen[0] = 1;
    for (let open: number[] = [0]; open.length > 0;) {
      const next: number[] = [];
      for (const node of open) {
        for (let edge = this.#edgesFrom[node]!; edge < this.#edgesFrom[node + 1]!; edge += this.#edgeSize) {
          const to = this.#toOf(edge);
          if (seen[to] === 1 || this.#edgeType(edge) === 'weak') continue;
          seen[to] = 1;
          holders[to] = edge;
          next.push(to);
        }
      }
      open = next;
    }
    return holders;
  }

  #ownerOf(edge: number): number {
    let [low, high] = [0, this.#count];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#edgesFrom[middle]! <= edge) low = middle;
      else high = middle;
    }
    return low;
  }
}
