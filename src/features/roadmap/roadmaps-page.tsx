import { Link } from 'react-router';
import { listRoadmaps } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { FollowButton } from './follow-button.tsx';
import './roadmap.css';

/** All roadmaps, shipped and brought by the learner, to open, follow or leave. */
export function RoadmapsPage() {
  const roadmaps = useLive(listRoadmaps);
  return (
    <Page title="Roadmaps" lead="New cards come from the roadmaps you follow, in their order.">
      {roadmaps.state === 'failed' && <Notice tone="danger">{roadmaps.error.message}</Notice>}
      {roadmaps.state === 'ready' && roadmaps.value.length === 0 && (
        <Notice>
          The roadmaps are not loaded yet. Connect once, and they stay on this device.
        </Notice>
      )}
      {roadmaps.state === 'ready' && (
        <ul className="roadmap-list">
          {roadmaps.value.map((roadmap) => (
            <li key={roadmap.id} className="panel">
              <div>
                <h2>
                  <Link to={`/roadmaps/${roadmap.id}`}>{roadmap.title}</Link>
                </h2>
                <p className="muted small">
                  {roadmap.isOwn && 'Yours. '}
                  {roadmap.sections} sections, {roadmap.topics} topics, {roadmap.cards} cards
                </p>
              </div>
              <FollowButton id={roadmap.id} />
            </li>
          ))}
        </ul>
      )}
      {roadmaps.state === 'ready' && roadmaps.value.length > 0 && (
        <p className="muted">
          Have another one? Bring any roadmap as a Markdown file in the{' '}
          <Link to="/library">library</Link>.
        </p>
      )}
    </Page>
  );
}
