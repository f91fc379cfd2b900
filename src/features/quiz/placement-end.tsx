import { useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ActId, RoadmapId, SittingId, TopicId } from '#src/domain/ids.ts';
import {
  findPlaced,
  loadProposal,
  placeKnown,
  type LoadedProposal,
  type PlaceableSection,
} from '#src/storage/placement.ts';
import { findQuiz } from '#src/storage/quiz-log.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';

const eventTables = ['events'] as const;

interface PlacementEndProps {
  readonly sitting: SittingId;
  readonly roadmap: RoadmapId;
}

/** What a placement proposes, section by section, to be confirmed; then what was done, and its undo. */
export function PlacementEnd({ sitting, roadmap }: PlacementEndProps) {
  const load = useCallback(
    async (store: Store) => {
      const quiz = await findQuiz(store, sitting);
      if (quiz === undefined) return null;
      const [proposal, placed] = await Promise.all([
        loadProposal(store, quiz, roadmap),
        findPlaced(store, quiz),
      ]);
      return { proposal, placed, isEmpty: quiz.answers.size === 0 };
    },
    [sitting, roadmap],
  );
  const live = useLive(load, eventTables);
  const heading = useRef<HTMLHeadingElement>(null);
  const isReady = live.state === 'ready';
  useEffect(() => {
    document.title = 'Placement – Cairn';
    heading.current?.focus();
  }, [isReady]);
  return (
    <main className="quiz">
      <article className="quiz-card quiz-end">
        <h1 ref={heading} tabIndex={-1}>
          What you know already
        </h1>
        {live.state === 'failed' && (
          <Notice tone="danger">{live.error.message} Your answers are kept.</Notice>
        )}
        {live.state === 'ready' && live.value !== null && (
          <Proposal
            // Confirming and undoing begin anew what is ticked.
            key={live.value.placed ?? 'open'}
            sitting={sitting}
            roadmap={roadmap}
            {...live.value}
          />
        )}
        <p>
          <Link to="?result">Score and answers of the placement</Link>
        </p>
      </article>
    </main>
  );
}

interface ProposalProps extends PlacementEndProps {
  readonly proposal: LoadedProposal;
  /** The act that confirmed it; null while it is open. */
  readonly placed: ActId | null;
  /** Whether nothing was answered. */
  readonly isEmpty: boolean;
}

function Proposal({ sitting, roadmap, proposal, placed, isEmpty }: ProposalProps) {
  const store = useStore();
  const { sections, begin } = proposal;
  const offered = sections.filter(({ cards }) => cards.length > 0);
  const [left, setLeft] = useState<ReadonlySet<TopicId>>(new Set());
  const [failure, setFailure] = useState<string>();
  const chosen = offered.filter(({ section }) => !left.has(section)).flatMap(({ cards }) => cards);
  const run = (work: () => Promise<unknown>) => {
    setFailure(undefined);
    work().catch((error: unknown) => {
      setFailure(`${toMessage(error)} Nothing was changed.`);
    });
  };
  const review = `/review?deck=roadmap:${roadmap}`;
  const where =
    begin === null ? null : (
      <p>
        Begin with <strong>{begin.title}</strong>.
      </p>
    );

  if (placed !== null) {
    return (
      <>
        <Notice tone="success">
          What you confirmed is taken as known. Its first reviews are spread over the coming days,
          so that you can find out whether it still is.
        </Notice>
        {where}
        <div className="row">
          <ButtonLink
            look="primary"
            to={begin === null ? review : `/review?section=${encodeURIComponent(begin.section)}`}
          >
            {begin === null ? 'Review' : `Begin with ${begin.title}`}
          </ButtonLink>
          <Button
            onClick={() => {
              run(() => undoAct(store, placed, sitting));
            }}
          >
            Undo the placement
          </Button>
          <ButtonLink to="/">Today</ButtonLink>
        </div>
        {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
      </>
    );
  }
  if (offered.length === 0) {
    return (
      <>
        <p>
          Nothing is proposed as known{isEmpty && ', because nothing was answered'}. That is a good
          place to begin from.
        </p>
        {where}
        <div className="row">
          <ButtonLink look="primary" to={review}>
            Start learning
          </ButtonLink>
          <ButtonLink to="/">Today</ButtonLink>
        </div>
      </>
    );
  }
  return (
    <>
      <p>
        Keep the ticks where you agree. The cards of what you confirm skip their first lessons and
        come up once in the coming days.
      </p>
      <fieldset className="quiz-field">
        <legend>Take as known</legend>
        {offered.map((section) => (
          <SectionTick
            key={section.section}
            section={section}
            isChosen={!left.has(section.section)}
            onChoose={(isChosen) => {
              const next = new Set(left);
              if (isChosen) next.delete(section.section);
              else next.add(section.section);
              setLeft(next);
            }}
          />
        ))}
      </fieldset>
      {where}
      {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
      <div className="row">
        <Button
          look="primary"
          large
          disabled={chosen.length === 0}
          onClick={() => {
            run(() => placeKnown(store, chosen, sitting));
          }}
        >
          Take {chosen.length === 1 ? 'one card' : `${chosen.length} cards`} as known
        </Button>
        <ButtonLink look="quiet" to={review}>
          Take nothing as known
        </ButtonLink>
      </div>
    </>
  );
}

function SectionTick({
  section: { title, known, topics, cards },
  isChosen,
  onChoose,
}: {
  section: PlaceableSection;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  const isEasy = cards.some(({ grade }) => grade === 'easy');
  return (
    <div className="quiz-known">
      <label className="quiz-tick">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <span>
          <strong>{title}</strong>{' '}
          <span className="muted small">
            {known.length} of {topics} topics,{' '}
            {cards.length === 1 ? 'one card' : `${cards.length} cards`},{' '}
            {isEasy ? 'as Easy' : 'as Good'}
          </span>
        </span>
      </label>
      <details className="quiz-topics">
        <summary>
          Which topics<span className="visually-hidden"> of {title}</span>
        </summary>
        <ul>
          {known.map((topic, index) => (
            <li key={index}>{topic}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
