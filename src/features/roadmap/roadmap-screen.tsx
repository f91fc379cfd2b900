import { useMemo, useState } from 'react';
import { toIsoDate } from '#src/domain/day.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { layOutMap } from '#src/domain/map/lay-out-map.ts';
import { searchTopics } from '#src/domain/map/search-topics.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import { listLeaves } from '#src/domain/roadmap-tree.ts';
import { meanRecall, type Progress } from '#src/domain/progress.ts';
import { saveDeviceSettings, type DeviceSettings } from '#src/storage/device-settings.ts';
import type { RoadmapProgress } from '#src/storage/overview.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { listTopicNotes } from '#src/storage/topic-notes.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Page } from '#src/ui/page.tsx';
import { RecallLegend } from '#src/ui/recall-mark.tsx';
import { describeKnown, describeTopics } from './describe-topic.ts';
import { ExportPart } from './export-part.tsx';
import { FollowButton } from './follow-button.tsx';
import { NewCardsPart } from './new-cards-part.tsx';
import { AddCards, OwnPart } from './own-part.tsx';
import { RoadmapMap } from './roadmap-map.tsx';
import { SaveRoadmap } from './save-roadmap.tsx';
import { SectionPart } from './section-part.tsx';
import { describeDays, TimeSlider } from './time-slider.tsx';
import { TopicPanel } from './topic-panel.tsx';
import { TopicStatusControl } from './topic-status-control.tsx';
import { TopicSearch, type SearchState } from './topic-search.tsx';
import { useAimedTopic } from './use-aimed-topic.ts';
import { useFolds } from './use-folds.ts';
import { useTimeTravel } from './use-time-travel.ts';
import { useTopicPanel } from './use-topic-panel.ts';
import { useWideScreen } from './use-wide-screen.ts';

const noTopics: ReadonlySet<TopicId> = new Set();
const noNotes: ReadonlyMap<TopicId, string> = new Map();
const noteTables = ['events', 'roadmaps'] as const;

/** A roadmap that was found: as a map where there is room and the learner wants it, else as a list. */
export function RoadmapScreen({
  found,
  preferred,
}: {
  found: RoadmapProgress;
  preferred: DeviceSettings['roadmapView'];
}) {
  const { roadmap, present } = found;
  const store = useStore();
  const isWide = useWideScreen();
  const notes = useLive(listTopicNotes, noteTables);
  const travel = useTimeTravel(found);
  const folds = useFolds(roadmap, found.progress);
  const panel = useTopicPanel();
  const [search, setSearch] = useState<SearchState>({ query: '', position: -1 });
  const matches = useMemo(
    () => searchTopics(roadmap, notes.state === 'ready' ? notes.value : noNotes, search.query),
    [roadmap, notes, search.query],
  );
  const lit = useMemo(
    () => (matches.length === 0 ? noTopics : new Set(matches.map(({ id }) => id))),
    [matches],
  );
  const layout = useMemo(() => layOutMap(roadmap), [roadmap]);
  const looks = useMemo(
    () => describeTopics(roadmap.sections, travel.progress),
    [roadmap, travel.progress],
  );
  const match = matches[search.position];
  const view = isWide ? preferred : 'list';
  const aimed = useAimedTopic(view, match?.id);
  const shown = match?.id ?? aimed;
  const isOwn = isOwnRoadmap(roadmap.id);
  // A topic with parts has its cards under them.
  const leaf = isOwn
    ? listLeaves(roadmap).find(({ topic }) => topic.id === panel.topic)
    : undefined;
  const day = describeDays(travel.days, present.today);
  const timeSlider = <TimeSlider travel={travel} today={present.today} />;

  return (
    <Page title={roadmap.title} lead={<Lead whole={travel.whole} day={day} />}>
      <div className="row">
        {found.whole.cards > 0 && (
          <ButtonLink look="primary" to={`/review?deck=roadmap:${roadmap.id}`}>
            Review this roadmap
          </ButtonLink>
        )}
        <FollowButton id={roadmap.id} />
        {found.whole.cards > 0 && (
          <>
            <ButtonLink to={`/roadmaps/${roadmap.id}/plan`}>Plan</ButtonLink>
            <ButtonLink to={`/placement?roadmap=${roadmap.id}`}>Place yourself</ButtonLink>
          </>
        )}
        {isWide && (
          <div className="view-switch" role="group" aria-label="Shown as">
            {(['map', 'list'] as const).map((each) => (
              <Button
                key={each}
                aria-pressed={view === each}
                onClick={() => void saveDeviceSettings(store, { roadmapView: each })}
              >
                {each === 'map' ? 'Map' : 'List'}
              </Button>
            ))}
          </div>
        )}
      </div>
      <NewCardsPart />
      {isOwn && <OwnPart roadmap={roadmap} progress={found.progress} isWaiting={found.isWaiting} />}
      <div className="roadmap-tools">
        <TopicSearch
          search={search}
          found={matches.length}
          isByNote={match?.by === 'note'}
          onChange={setSearch}
        />
        {isWide ? (
          timeSlider
        ) : (
          <details className="roadmap-reading">
            <summary>Colours and other days</summary>
            <RecallLegend />
            {timeSlider}
          </details>
        )}
      </div>
      {isWide && view === 'list' && <RecallLegend />}
      {view === 'map' && (
        <RoadmapMap
          {...{ title: roadmap.title, layout, looks, lit, shown }}
          open={panel.topic}
          onOpen={panel.onOpen}
        />
      )}
      {view === 'list' && (
        <div className="sections" data-searched={lit.size > 0 || undefined}>
          {roadmap.sections.map((section) => (
            <SectionPart
              key={section.id}
              section={section}
              view={{ progress: travel.progress, lit, shown }}
              folds={folds}
            />
          ))}
        </div>
      )}
      <div className="row map-export">
        {view === 'map' && (
          <ExportPart
            {...{ title: roadmap.title, layout, looks }}
            name={`cairn-${roadmap.id}-${toIsoDate(present.today)}`}
            lead={`Recall ${travel.days === 0 ? toIsoDate(present.today) : day}: ${describeKnown(travel.whole)}`}
          />
        )}
        <SaveRoadmap roadmap={roadmap} />
      </div>
      {panel.topic !== undefined && (
        <TopicPanel
          key={panel.topic}
          id={panel.topic}
          progress={found.progress.get(panel.topic)}
          isBeside={isWide}
          onClose={panel.onClose}
        >
          <TopicStatusControl topic={panel.topic} />
          {leaf && <AddCards roadmap={roadmap} topic={leaf.topic.id} title={leaf.topic.title} />}
        </TopicPanel>
      )}
    </Page>
  );
}

function Lead({ whole, day }: { whole: Progress; day: string }) {
  const recall = meanRecall(whole);
  return (
    <>
      {whole.started} of {whole.cards} cards started
      {recall !== undefined && `, ${Math.round(recall * 100)} % recall ${toNow(day)}`}
      {whole.due > 0 && `, ${whole.due} due`}
      {whole.started > 0 && `. Knows about ${Math.round(whole.known)} cards`}
      {whole.stabilityDays !== null && `, median stability ${toDays(whole.stabilityDays)}`}
    </>
  );
}

function toNow(day: string): string {
  return day === 'today' ? 'now' : day;
}

function toDays(days: number): string {
  return `${days.toFixed(days < 10 ? 1 : 0)} days`;
}
