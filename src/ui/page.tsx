import { useEffect, useRef, type ReactNode } from 'react';
import './page.css';

/**
 * A page with its heading, which names the document and takes the focus when the page comes up, so
 * that a screen reader says where the learner is.
 */
export function Page({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Cairn`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className="page">
      <header className="page-header">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </div>
  );
}
