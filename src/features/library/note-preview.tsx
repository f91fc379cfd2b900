import { listOrdinals, type CompiledNote, type Rendered } from '#src/domain/content.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import { renderTemplate } from '#src/formats/anki/template/render-template.ts';
import { ForeignHtml, type ForeignHtmlProps } from '#src/ui/foreign-html.tsx';
import { RenderedContent } from '#src/ui/rendered.tsx';

type LoadMedia = ForeignHtmlProps['loadMedia'];

const noFiles = () => Promise.resolve(new Map<string, Uint8Array>());

/** All cards of a note, question and answer below each other. */
export function NotePreview({
  note,
  noteType,
  loadMedia = noFiles,
}: {
  note: CompiledNote;
  noteType?: NoteType;
  loadMedia?: LoadMedia;
}) {
  if (note.kind === 'template') {
    if (noteType === undefined) return <p>The note type that draws this note is missing.</p>;
    return note.ordinals.map((ordinal) => (
      <TemplatePreview key={ordinal} {...{ note, noteType, ordinal, loadMedia }} />
    ));
  }
  return (
    <>
      {listOrdinals(note).map((ordinal) => (
        <div key={ordinal} className="note-preview">
          {note.kind === 'cloze' ? (
            <>
              <RenderedContent
                content={note.text}
                cloze={{ asked: Number(ordinal.slice(1)), isShown: false }}
              />
              <hr />
              <RenderedContent
                content={note.text}
                cloze={{ asked: Number(ordinal.slice(1)), isShown: true }}
              />
            </>
          ) : (
            listFaces(note, ordinal).map(({ name, content }, index) => (
              <div key={index}>
                {index > 0 && <hr />}
                {name !== undefined && <p className="muted small">{name}</p>}
                <RenderedContent content={content} />
              </div>
            ))
          )}
          {note.why !== undefined && (
            <div className="card-why">
              <RenderedContent content={note.why} />
            </div>
          )}
        </div>
      ))}
    </>
  );
}

type WrittenNote = Exclude<CompiledNote, { kind: 'template' | 'cloze' }>;

interface Face {
  /** Where the content alone does not tell what it is. */
  readonly name?: string;
  readonly content: readonly Rendered[];
}

/** What a card asks, then what it answers. */
function listFaces(note: WrittenNote, ordinal: string): Face[] {
  const asked = { content: note.question };
  switch (note.kind) {
    case 'basic':
      return [asked, { content: note.answer }];
    case 'reversed':
      return ordinal === 'reverse'
        ? [{ content: note.reverseQuestion }, { content: note.reverseAnswer }]
        : [asked, { content: note.answer }];
    case 'choice':
      return [
        asked,
        ...note.options.map(({ content, because }, index) => ({
          name: index === 0 ? 'The right answer' : 'A wrong option',
          content: [...content, ...because],
        })),
      ];
    case 'typed':
      return [asked, { content: toList(note.answers.map((answer) => [answer])) }];
    case 'rubric':
      return [asked, { content: toList(note.points) }];
  }
}

function toList(items: readonly (readonly Rendered[])[]): Rendered[] {
  return [['ul', null, ...items.map((item): Rendered => ['li', null, ...item])]];
}

interface TemplatePreviewProps {
  readonly note: Extract<CompiledNote, { kind: 'template' }>;
  readonly noteType: NoteType;
  readonly ordinal: string;
  readonly loadMedia: LoadMedia;
}

function TemplatePreview({ note, noteType, ordinal, loadMedia }: TemplatePreviewProps) {
  const { fields, tags } = note;
  const { front, back } = renderTemplate({
    ...{ noteType, fields, ordinal, tags, deck: '' },
    // A look at a card needs no pictures of formulas: those are drawn.
    hasMedia: () => false,
  });
  // Many answers begin with the question as it was: once is enough.
  const isRepeated = front.trim() !== '' && back.includes(front);
  return (
    <div className="note-preview">
      {!isRepeated && (
        <>
          <ForeignHtml html={front} css={noteType.css} label="Question" loadMedia={loadMedia} />
          <hr />
        </>
      )}
      <ForeignHtml html={back} css={noteType.css} label="Answer" loadMedia={loadMedia} />
    </div>
  );
}
