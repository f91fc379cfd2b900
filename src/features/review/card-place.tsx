import { Link } from 'react-router';
import type { Question } from '#src/storage/questions.ts';

/** Roadmap, section and topic of a card, and whether it is flagged. */
export function CardPlace({ question }: { question: Question }) {
  const { place, state } = question;
  const isFlagged = state.marks.flag > 0;
  if (place === undefined && !isFlagged) return null;
  return (
    <div className="review-place">
      {place !== undefined && (
        <nav aria-label="Where this card stands">
          <Link to={`/roadmaps/${place.roadmap}`}>{place.roadmapTitle}</Link>
          <span aria-hidden="true"> › </span>
          {place.sectionTitle}
          <span aria-hidden="true"> › </span>
          {place.topicTitle}
        </nav>
      )}
      {isFlagged && <p>⚑ flagged</p>}
    </div>
  );
}
