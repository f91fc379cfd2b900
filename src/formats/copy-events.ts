import type { AnyEvent } from '#src/domain/event.ts';
import type { EventId } from '#src/domain/ids.ts';
import type { CopyProblem } from './copy.ts';
import { parseEvent } from './parse-event.ts';

/** Gathers the events of a copy, part by part: each id once, damaged ones left out and named. */
export class CopyEvents {
  readonly #eventById = new Map<EventId, AnyEvent>();
  readonly problems: CopyProblem[] = [];
  /** How many there were, damaged ones too. */
  count = 0;

  add(items: readonly unknown[]): void {
    for (const item of items) {
      this.count += 1;
      const event = parseEvent(item);
      if ('error' in event && !('id' in event)) this.#report(event.error);
      else this.#keep(event as AnyEvent);
    }
  }

  /** In replay order. */
  list(): AnyEvent[] {
    return [...this.#eventById.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  #keep(event: AnyEvent): void {
    const known = this.#eventById.get(event.id);
    if (known === undefined) this.#eventById.set(event.id, event);
    else if (JSON.stringify(known) !== JSON.stringify(event)) {
      this.#report('id: is that of another event of this copy');
    }
  }

  #report(message: string): void {
    this.problems.push({ event: this.count, message });
  }
}
