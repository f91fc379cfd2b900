import { useMemo, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Priority } from '#src/domain/content.ts';
import { usualRequest, writeQuizRequest } from '#src/domain/quiz/quiz-request.ts';
import { growTree, listBelow } from '#src/domain/quiz/topic-tree.ts';
import { listRoadmaps, loadRoadmap, type RoadmapProgress } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { QuizWish } from '#src/storage/start-quiz.ts';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import {
  CardsField,
  KindsField,
  LengthField,
  MinutesField,
  PriorityField,
} from './wish-fields.tsx';
import { TopicField } from './topic-field.tsx';
import type { Selection } from './topic-selection.ts';
import './quiz.css';

interface Choices {
  readonly followed: readonly string[];
  readonly roadmaps: readonly RoadmapProgress[];
}

/** Every roadmap with what is remembered of it, those the learner follows first. */
async function loadChoices(store: Store): Promise<Choices> {
  const [known, settings] = await Promise.all([listRoadmaps(store), loadSettings(store.db)]);
  const followed: readonly string[] = settings.learner.roadmaps;
  const loaded = await Promise.all(known.map(({ id }) => loadRoadmap(store, id)));
  const roadmaps = loaded
    .filter((each) => each !== undefined)
    .sort(
      (one, other) =>
        Number(followed.includes(other.roadmap.id)) - Number(followed.includes(one.roadmap.id)),
    );
  return { followed, roadmaps };
}

/** What to be asked, how much and how; begins a quiz. */
export function ChooseQuiz() {
  const choices = useLive(loadChoices);
  return (
    <Page
      title="Quiz"
      lead="Questions from the sections you choose. What you are about to forget comes first, and every answer is explained at once."
    >
      {choices.state === 'failed' && <Notice tone="danger">{choices.error.message}</Notice>}
      {choices.state === 'ready' && choices.value.roadmaps.length === 0 && (
        <>
          <p>No roadmap is on this device yet. The first start fetches them; then choose here.</p>
          <ButtonLink look="primary" to="/">
            Today
          </ButtonLink>
        </>
      )}
      {choices.state === 'ready' && choices.value.roadmaps.length > 0 && (
        <ChoiceForm {...choices.value} />
      )}
    </Page>
  );
}

/** Ready-made wishes over all that the learner follows. */
const presets: readonly { readonly name: string; readonly wish: QuizWish }[] = [
  { name: 'Fading now', wish: { ...usualRequest, cards: 'fading' } },
  { name: 'What I have started', wish: { ...usualRequest, cards: 'started' } },
  { name: 'Mandatory topics', wish: { ...usualRequest, priorities: ['mandatory'] } },
];

function toAddress(wish: QuizWish): string {
  const fields = writeQuizRequest(wish).map(([name, value]) => [name, value] as [string, string]);
  return `/quiz?${new URLSearchParams(fields).toString()}`;
}

function ChoiceForm({ followed, roadmaps }: Choices) {
  const navigate = useNavigate();
  const [selected, setSelected] = useState<Selection>(new Set());
  const [wish, setWish] = useState<QuizWish>(usualRequest);
  const [failure, setFailure] = useState<string>();
  const tree = useMemo(() => growTree(roadmaps.map(({ roadmap }) => roadmap)), [roadmaps]);
  const topics = listBelow(tree, [...selected]).filter(
    ({ concepts, priority }) =>
      concepts.length > 0 &&
      (wish.priorities.length === 0 || wish.priorities.includes(priority satisfies Priority)),
  ).length;
  const change = (part: Partial<QuizWish>) => {
    setWish({ ...wish, ...part });
  };

  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (selected.size === 0) {
      setFailure('Choose at least one section or topic, or one of the ready-made quizzes.');
      return;
    }
    if (wish.kinds.length === 0) {
      setFailure('Choose at least one kind of question.');
      return;
    }
    void navigate(toAddress({ ...wish, topics: [...selected] }));
  };

  return (
    <>
      <section className="quiz-presets" aria-labelledby="quiz-presets">
        <h2 id="quiz-presets">Ready-made</h2>
        <div className="row">
          {presets.map(({ name, wish: preset }) => (
            <ButtonLink key={name} to={toAddress(preset)}>
              {name}
            </ButtonLink>
          ))}
        </div>
      </section>
      <form className="quiz-form" onSubmit={handleSubmit} noValidate>
        <TopicField
          roadmaps={roadmaps}
          followed={followed}
          selected={selected}
          onChange={(next) => {
            setSelected(next);
            setFailure(undefined);
          }}
        />
        <LengthField length={wish.length} topics={topics} onChange={change} />
        <KindsField kinds={wish.kinds} onChange={change} />
        <details className="quiz-more">
          <summary>More choices</summary>
          <div className="quiz-form">
            <CardsField cards={wish.cards} onChange={change} />
            <PriorityField priorities={wish.priorities} onChange={change} />
            <MinutesField minutes={wish.minutes} onChange={change} />
          </div>
        </details>
        {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
        <div className="row quiz-start">
          <Button type="submit" look="primary" large>
            Start the quiz
          </Button>
          <p className="muted small" role="status">
            {topics === 0
              ? 'Nothing chosen yet'
              : topics === 1
                ? 'One topic chosen'
                : `${topics} topics chosen`}
          </p>
        </div>
      </form>
    </>
  );
}
