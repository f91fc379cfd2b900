import { ButtonLink } from '#src/ui/button.tsx';
import { Page } from '#src/ui/page.tsx';

/** For an address that names nothing. */
export function NotFoundPage() {
  return (
    <Page title="Nothing here">
      <p>This address names no place in Cairn. Your cards are where they were.</p>
      <div className="row">
        <ButtonLink to="/" look="primary">
          Go to Today
        </ButtonLink>
      </div>
    </Page>
  );
}
