import { listOrdinals, type CompiledNote, type Rendered } from '#src/domain/content.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import { ForeignHtml } from '#src/ui/foreign-html.tsx';
import { RenderedContent } from '#src/ui/rendered.tsx';

const noFiles = () => Promise.resolve(new Map<string, Uint8Array>());

/** All cards of a note, question and answer below each other. */
export function NotePreview({
  note,
  noteType,
  loadMedia = noFiles,
}: {
  note: CompiledNote;
  noteType?: NoteType;
  loadMedia?: (names: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
}) {
  if (note.kind === 'template') {
    const html = Object.values(note.fields).join('<hr>');
    return (
      <div className="note-preview">
        <ForeignHtml html={html} css={noteType?.css ?? ''} label="Card" loadMedia={loadMedia} />
      </div>
    );
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
            listFaces(note, ordinal).map((face, index) => (
              <div key={index}>
                {index > 0 && <hr />}
                <RenderedContent content={face} />
              </div>
            ))
          )}
          {note.why !== undefined && <RenderedContent content={note.why} />}
        </div>
      ))}
    </>
  );
}

type WrittenNote = Exclude<CompiledNote, { kind: 'template' | 'cloze' }>;

/** What a card asks, then what it answers. */
function listFaces(note: WrittenNote, ordinal: string): readonly (readonly Rendered[])[] {
  switch (note.kind) {
    case 'basic':
      return [note.question, note.answer];
    case 'reversed':
      return ordinal === 'reverse'
        ? [note.reverseQuestion, note.reverseAnswer]
        : [note.question, note.answer];
    case 'choice':
      return [
        note.question,
        ...note.options.map(({ content, because }) => [...content, ...because]),
      ];
    case 'typed':
      return [
        note.question,
        [['ul', null, ...note.answers.map((answer): Rendered => ['li', null, answer])]],
      ];
    case 'rubric':
      return [
        note.question,
        [['ul', null, ...note.points.map((point): Rendered => ['li', null, ...point])]],
      ];
  }
}
