import { useLayoutEffect, useRef } from 'react';
import { drawFormulas } from './formula.ts';
import './formula-part.css';

/** A formula of a note in Markdown; what KaTeX cannot read stays as it is written. */
export function Formula({ tex, isBlock }: { tex: string; isBlock: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) drawFormulas([place.current]);
  }, [tex, isBlock]);
  if (!isBlock) return <span ref={place} data-tex={tex} data-shape="inline" />;
  // A wide one scrolls sideways, by keyboard too.
  return (
    <span
      ref={place}
      className="formula-block"
      data-tex={tex}
      data-shape="block"
      role="group"
      tabIndex={0}
      aria-label="Formula"
    />
  );
}
