import type { Block } from './blocks.ts';
import type { Draft } from './draft.ts';
import type { TopicKind, TopicPriority } from './outline.ts';
import type { Reading } from './reading.ts';

/** What holds for the topics read at one place of the document. */
export interface Scope {
  readonly reading: Reading;
  /** The section or topic that attributes on lines of their own ("Status: done") belong to. */
  readonly owner: Draft;
  /** How many topics lie above. */
  readonly level: number;
  readonly kind?: TopicKind;
  readonly priority?: TopicPriority;
}

/** Reads the blocks below a list item; passed in so that lists and bodies need not import each other. */
export type ReadBlocks = (blocks: readonly Block[], scope: Scope) => Draft[];

/** The scope one level below a topic. */
export function scopeBelow(scope: Scope, owner: Draft): Scope {
  const { reading } = scope;
  const kind = owner.kind ?? scope.kind;
  return { reading, owner, level: scope.level + 1, ...(kind ? { kind } : {}) };
}
