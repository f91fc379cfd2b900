import { useEffect, useState, type ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from '#src/storage/react.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { ConceptCards, type CardPreviewProps } from './concept-cards.tsx';
import { ConceptTable } from './concept-table.tsx';
import { loadBank, loadProblems, type AuthoredConcept } from './load-bank.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import './authoring.css';

/**
 * The author's view of the bank: all concepts with what is thin in them, or one concept's cards as they will look. The
 * development server reloads the page when a file in decks/ is saved; the address keeps what is open.
 */
export function AuthoringPage({ CardPreview }: { CardPreview: ComponentType<CardPreviewProps> }) {
  const { fetchDeckFile } = useStore();
  const [concepts, setConcepts] = useState<readonly AuthoredConcept[]>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string>();
  const [search] = useSearchParams();
  useEffect(() => {
    const handleFailure = (error: unknown) => {
      setFailure(String(error));
    };
    loadBank(fetchDeckFile).then(setConcepts, handleFailure);
    loadProblems(fetchDeckFile).then(setProblems, handleFailure);
  }, [fetchDeckFile]);
  useKeptScroll(concepts !== undefined);

  const open = search.get('concept');
  const concept = concepts?.find(({ id }) => id === open);
  return (
    <div className="authoring">
      <Page title={concept?.title ?? 'Authoring'}>
        {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
        <Problems problems={problems} open={open} />
        {concepts !== undefined && open !== null && concept === undefined && (
          <Notice tone="danger">
            No concept {open} was compiled. Is there a note in its file?
          </Notice>
        )}
        {concept !== undefined && <ConceptCards concept={concept} CardPreview={CardPreview} />}
        {concepts !== undefined && open === null && <ConceptTable concepts={concepts} />}
      </Page>
    </div>
  );
}

/** The problems of the open concept's file, or of all; it stands above the cards rather than over them. */
function Problems({ problems, open }: { problems: readonly string[]; open: string | null }) {
  const path = open === null ? '' : `decks/cards/${open}.md:`;
  const own = problems.filter((problem) => problem.startsWith(path));
  const others = problems.length - own.length;
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger">
      {own.length > 0 && (
        <ul className="authoring-problems">
          {own.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {others > 0 && (
        <p>In other files there {others === 1 ? 'is one problem' : `are ${others} problems`}.</p>
      )}
    </Notice>
  );
}
