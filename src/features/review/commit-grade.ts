import type { Grade } from '#src/domain/event.ts';
import type { SittingId } from '#src/domain/ids.ts';
import type { SessionEvent, SessionMode } from '#src/domain/session-state.ts';
import { recordCram } from '#src/storage/card-acts.ts';
import type { Question } from '#src/storage/questions.ts';
import { recordReview } from '#src/storage/record-review.ts';
import type { Store } from '#src/storage/store.ts';
import { toMessage } from '#src/ui/error-message.ts';

export interface Answer {
  readonly question: Question;
  readonly grade: Grade;
  readonly durationMs: number;
  readonly mode: SessionMode;
  readonly sitting: SittingId;
}

/** Stores an answer, and tells the session what became of it. Never rejects. */
export async function commitGrade(
  store: Store,
  { question, grade, durationMs, mode, sitting }: Answer,
): Promise<SessionEvent<Question>[]> {
  const { card } = question;
  try {
    if (mode === 'cram') {
      const answer = { right: grade !== 'again', durationMs };
      const act = await recordCram(store, { card, sitting }, answer);
      const at = store.clock.now();
      return [{ type: 'saved', card, act, due: null, leech: false, at }];
    }
    const expected = question.state.last;
    const input = { card, grade, durationMs, mode, expected, sitting };
    const result = await recordReview(store, input);
    const at = store.clock.now();
    if (result.status === 'taken') return [{ type: 'taken', card, at }];
    const { event, state, leech } = result;
    const renewed: Question = { ...question, state };
    return [
      { type: 'loaded', asked: [], questions: [renewed], at },
      { type: 'saved', card, act: event.act, due: event.outcome.due, leech, at },
    ];
  } catch (error) {
    return [{ type: 'failed', card, message: toMessage(error), at: store.clock.now() }];
  }
}
