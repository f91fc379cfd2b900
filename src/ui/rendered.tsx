import { createContext, createElement, lazy, Suspense, use, type ReactNode } from 'react';
import type { Rendered, RenderedElement } from '#src/domain/content.ts';
import { figureTags, toFigureProps } from './figure-parts.ts';
import './rendered.css';

// Few notes have one of these.
const OwnPicture = lazy(async () => ({
  default: (await import('./own-picture.tsx')).OwnPicture,
}));
const Formula = lazy(async () => ({ default: (await import('./formula-part.tsx')).Formula }));

/** How the hidden parts of a cloze are drawn: `asked` is the card's own, the others stand open. */
export interface ClozeView {
  readonly asked: number;
  readonly isShown: boolean;
}

const ClozeContext = createContext<ClozeView | null>(null);

/** Draws a card's content. What is not on the list of known tags is drawn as its text alone. */
export function RenderedContent({
  content,
  cloze,
}: {
  content: readonly Rendered[];
  cloze?: ClozeView;
}) {
  const drawn = drawAll(content);
  return (
    <div className="rendered">
      {cloze ? <ClozeContext value={cloze}>{drawn}</ClozeContext> : drawn}
    </div>
  );
}

function drawAll(nodes: readonly Rendered[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return node;
    return <Element key={index} node={node} />;
  });
}

const plainTags = new Set(
  ['p', 'em', 'strong', 'del', 'code', 'ul', 'li', 'blockquote', 'br', 'hr', 'h3', 'h4'].concat([
    'thead',
    'tbody',
    'tr',
  ]),
);

function Element({ node }: { node: RenderedElement }) {
  const [tag, attributes, ...content] = node;
  const children = drawAll(content);
  switch (tag) {
    case 'img':
      return (
        <Suspense fallback={children}>
          <OwnPicture name={attributes?.src ?? ''} words={attributes?.alt ?? ''} />
        </Suspense>
      );
    case 'math': {
      // With a hidden part inside it is not TeX.
      const [tex] = content;
      if (typeof tex !== 'string' || content.length > 1) return children;
      return (
        <Suspense fallback={<code>{tex}</code>}>
          <Formula tex={tex} isBlock={attributes?.shape === 'block'} />
        </Suspense>
      );
    }
    case 'pre':
      return <CodeBlock lang={attributes?.lang ?? 'text'}>{children}</CodeBlock>;
    case 'span': {
      const name = attributes?.class ?? '';
      return /^hl-[a-z]+$/.test(name) ? <span className={name}>{children}</span> : children;
    }
    case 'ol': {
      const start = Number(attributes?.start ?? 1);
      return <ol start={start}>{children}</ol>;
    }
    case 'a': {
      const href = attributes?.href ?? '';
      if (!href.startsWith('https://')) return children;
      return (
        <a href={href} target="_blank" rel="noreferrer">
          {children}
        </a>
      );
    }
    case 'table':
      return (
        <div className="rendered-scroll" role="group" aria-label="Table" tabIndex={0}>
          <table>{children}</table>
        </div>
      );
    case 'th':
    case 'td':
      return createElement(tag, { style: toAlignment(attributes?.align) }, ...children);
    case 'cloze':
      return (
        <ClozePart number={Number(attributes?.n)} hint={attributes?.hint}>
          {children}
        </ClozePart>
      );
    default:
      if (figureTags.has(tag)) return createElement(tag, toFigureProps(attributes), ...children);
      if (!plainTags.has(tag)) return children;
      return children.length === 0 ? createElement(tag) : createElement(tag, null, ...children);
  }
}

function toAlignment(align: string | undefined) {
  return align === 'left' || align === 'right' || align === 'center'
    ? { textAlign: align }
    : undefined;
}

/** Scrolls sideways by keyboard too, so it can take the focus. */
function CodeBlock({ lang, children }: { lang: string; children: ReactNode }) {
  return (
    <pre
      className="rendered-scroll"
      data-lang={lang}
      role="group"
      tabIndex={0}
      aria-label={`Code, ${lang}`}
    >
      <code>{children}</code>
    </pre>
  );
}

function ClozePart({
  number,
  hint,
  children,
}: {
  number: number;
  hint: string | undefined;
  children: ReactNode;
}) {
  const view = use(ClozeContext);
  if (view?.asked !== number) return <span>{children}</span>;
  if (view.isShown) {
    // It can take the focus: it is the answer.
    return (
      <mark className="cloze-open" tabIndex={-1}>
        {children}
      </mark>
    );
  }
  return (
    <span className="cloze-hidden">
      <span className="visually-hidden">Hidden: </span>[{hint ?? '…'}]
    </span>
  );
}
