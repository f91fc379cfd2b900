import { LibraryPage } from '#src/features/library/library-page.tsx';
import { takeShared } from './pwa/take-shared.ts';

/** The library, with what other apps shared with this one. */
export function LibraryRoute() {
  return <LibraryPage takeShared={takeShared} />;
}
