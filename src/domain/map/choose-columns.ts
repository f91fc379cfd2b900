import { mapMeasures } from './map-layout.ts';

interface Block {
  readonly height: number;
}

/** A map about as wide as a screen is easiest to see whole. */
const wantedAspect = 1.6;

/**
 * The blocks in columns of this width, in their order, so that the whole comes nearest to the shape
 * of a screen; no columns without blocks.
 */
export function chooseColumns<Item extends Block>(
  blocks: readonly Item[],
  columnWidth: number,
): Item[][] {
  let best: Item[][] = [];
  let bestDistance = Infinity;
  for (let count = 1; count <= blocks.length; count += 1) {
    const columns = splitColumns(blocks, count);
    const height = Math.max(...columns.map(measureColumn));
    const distance = Math.abs(Math.log((columns.length * columnWidth) / height / wantedAspect));
    if (distance < bestDistance) {
      best = columns;
      bestDistance = distance;
    }
  }
  return best;
}

/** In at most `count` columns, of which the highest is as low as it can be. */
function splitColumns<Item extends Block>(blocks: readonly Item[], count: number): Item[][] {
  let low = Math.max(...blocks.map(({ height }) => height));
  let high = measureColumn(blocks);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fillColumns(blocks, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  return fillColumns(blocks, low);
}

function fillColumns<Item extends Block>(blocks: readonly Item[], most: number): Item[][] {
  const columns: Item[][] = [];
  for (const block of blocks) {
    const last = columns.at(-1);
    if (last === undefined || measureColumn([...last, block]) > most) columns.push([block]);
    else last.push(block);
  }
  return columns;
}

function measureColumn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height + mapMeasures.sectionGap, 0);
}
