import { useEffect, useState, type ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from '#src/storage/react.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { ConceptCards, type CardPreviewProps } from './concept-cards.tsx';
import { ConceptTable } from './concept-table.tsx';
import { loadBank, type AuthoredConcept } from './load-bank.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import './authoring.css';

/**
 * The author's view of the bank: all concepts with what is thin in them, or one concept's cards as they will look. The
 * development server reloads the page when a file in decks/ is saved; the address keeps what is open.
 */
export function AuthoringPage({ CardPreview }: { CardPreview: ComponentType<CardPreviewProps> }) {
  const { fetchDeckFile } = useStore();
  const [concepts, setConcepts] = useState<readonly AuthoredConcept[]>();
  const [failure, setFailure] = useState<string>();
  const [search] = useSearchParams();
  useEffect(() => {
    loadBank(fetchDeckFile).then(setConcepts, (error: unknown) => {
      setFailure(String(error));
    });
  }, [fetchDeckFile]);
  useKeptScroll(concepts !== undefined);

  const open = search.get('concept');
  const concept = concepts?.find(({ id }) => id === open);
  return (
    <div className="authoring">
      <Page title={concept?.title ?? 'Authoring'}>
        {failure !== undefined && <Notice tone="danger">{failure}</Notice>}
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
