import { useState, type SubmitEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { RoadmapId } from '#src/domain/ids.ts';
import { bankHome } from '#src/storage/bank.ts';
import { listRoadmaps } from '#src/storage/overview.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import './welcome.css';

const paces = [
  { cards: 5, words: '5 new cards a day, about 5 minutes' },
  { cards: 10, words: '10 new cards a day, about 10 minutes' },
  { cards: 20, words: '20 new cards a day, about 20 minutes' },
] as const;

const loadBank = async (store: Store) => ({
  isThere: (await store.db.bank.get(bankHome)) !== undefined,
  roadmaps: await listRoadmaps(store),
});

/** The first run: what to learn, how fast, go. `children` is what should be known before that. */
export function WelcomePage({
  bankFailure,
  children,
}: {
  bankFailure: string | undefined;
  children?: ReactNode;
}) {
  const store = useStore();
  const navigate = useNavigate();
  const bank = useLive(loadBank);
  const [failure, setFailure] = useState<string>();

  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent;
    const wantsPlacement = submitter?.dataset.then === 'placement';
    const roadmaps = form
      .getAll('roadmap')
      .filter((id) => typeof id === 'string')
      .map((id) => id as RoadmapId);
    if (roadmaps.length === 0) {
      setFailure('Choose at least one roadmap. You can follow more at any time.');
      return;
    }
    setSettings(store, [
      { key: 'roadmaps', value: roadmaps },
      { key: 'newPerDay', value: Number(form.get('pace')) },
    ]).then(
      () => navigate(wantsPlacement ? `/placement?roadmap=${roadmaps[0]}` : '/review'),
      (error: unknown) => {
        setFailure(toMessage(error));
      },
    );
  };

  return (
    <Page
      title="Welcome to Cairn"
      lead="Choose what you want to know. Cairn asks a few questions a day, and comes back to each just before you would forget it."
    >
      {bank.state === 'failed' && <Notice tone="danger">{bank.error.message}</Notice>}
      {bankFailure !== undefined && bank.state === 'ready' && !bank.value.isThere && (
        <Notice tone="danger">
          The roadmaps could not be loaded ({bankFailure}). Nothing is lost. Check the connection
          and reload.
        </Notice>
      )}
      {children}
      {bank.state === 'ready' && bank.value.isThere && (
        <form className="welcome" onSubmit={handleSubmit}>
          <fieldset>
            <legend>Which roadmap?</legend>
            {bank.value.roadmaps.map((roadmap, index) => (
              <label key={roadmap.id} className="choice">
                <input
                  type="checkbox"
                  name="roadmap"
                  value={roadmap.id}
                  defaultChecked={index === 0}
                />
                <span>
                  <strong>{roadmap.title}</strong>
                  <span className="muted small">
                    {roadmap.topics} topics, {roadmap.cards} cards
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>How much a day?</legend>
            {paces.map((pace) => (
              <label key={pace.cards} className="choice">
                <input
                  type="radio"
                  name="pace"
                  value={pace.cards}
                  defaultChecked={pace.cards === 10}
                />
                <span>{pace.words}</span>
              </label>
            ))}
          </fieldset>
          {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
          <div className="row">
            <Button type="submit" look="primary" large>
              Start
            </Button>
            <Button type="submit" large data-then="placement">
              Find out first what I know
            </Button>
            <ButtonLink to="/settings#data" look="quiet">
              Bring a saved copy
            </ButtonLink>
          </div>
        </form>
      )}
    </Page>
  );
}
