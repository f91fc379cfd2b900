import type { ImportedEvent } from '#src/domain/imported-event.ts';
import { toImportedEvents } from '#src/domain/imported-history.ts';
import { toCardId, type Instant } from '#src/domain/ids.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import type { Clock } from '#src/storage/store.ts';
import type { ImportPlan } from './plan-import.ts';

/**
 * What was learned of a deck elsewhere, as events, note by note as they are asked for; none for cards
 * that were left out.
 */
export function* listHistory(
  { zone, notes }: ImportedDeck,
  { noteByPosition }: Pick<ImportPlan, 'noteByPosition'>,
  clock: Clock,
  rolloverMinutes: number,
): Generator<ImportedEvent[], void> {
  const now = clock.now();
  const here = (at: Instant) => ({ offsetMinutes: clock.offsetMinutes(at), rolloverMinutes });
  for (const [position, note] of notes.entries()) {
    const id = noteByPosition[position];
    if (id === undefined) continue;
    yield note.cards.flatMap((imported) =>
      toImportedEvents({
        card: toCardId(id, imported.ordinal),
        imported,
        zone: zone ?? here(imported.reviews?.[0]?.at ?? now),
        // The learner's own weights stay: what the source knew of its memory counts.
        parameters: null,
        now,
      }),
    );
  }
}
