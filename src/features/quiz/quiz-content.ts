import type { CardId, TopicId } from '#src/domain/ids.ts';
import type { TreeTopic } from '#src/domain/quiz/topic-tree.ts';
import type { Question } from '#src/storage/questions.ts';

/** What a quiz's questions show, read once: the log alone changes while it goes on. */
export interface QuizContent {
  readonly questions: ReadonlyMap<CardId, Question>;
  readonly topics: ReadonlyMap<TopicId, TreeTopic>;
}
