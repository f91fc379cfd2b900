import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { toHomeId, toOrdinal } from '#src/domain/ids.ts';
import { renderTemplate } from '#src/formats/anki/template/render-template.ts';
import { defaultDeviceSettings, loadDeviceSettings } from '#src/storage/device-settings.ts';
import { loadMedia, loadMediaNames } from '#src/storage/media.ts';
import type { Question } from '#src/storage/questions.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { ForeignHtml } from '#src/ui/foreign-html.tsx';
import { useReviewKeys } from './use-review-keys.ts';

/** A card drawn by the note type it came with: its front, or once shown its back. */
export function TemplateFace({ question, isShown }: { question: Question; isShown: boolean }) {
  const { card, note, noteType, deck = '', state } = question;
  const home = toHomeId(card);
  const store = useStore();
  const device = useLive(loadDeviceSettings);
  const [names, setNames] = useState<ReadonlySet<string>>();
  const [typed, setTyped] = useState('');
  const replay = useRef<() => void>(undefined);
  const readMedia = useCallback(
    (wanted: readonly string[]) => loadMedia(store, home, wanted),
    [store, home],
  );
  useEffect(() => {
    let isCurrent = true;
    loadMediaNames(store, home).then(
      (found) => {
        if (isCurrent) setNames(found);
      },
      // Pictures of formulas are drawn as formulas then.
      () => {
        if (isCurrent) setNames(new Set());
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, home]);
  useReviewKeys((action) => {
    if (action !== 'replay') return false;
    replay.current?.();
    return true;
  });
  const sides = useMemo(() => {
    if (note.kind !== 'template' || noteType === undefined || names === undefined) return undefined;
    const { flag } = state.marks;
    return renderTemplate({
      noteType,
      fields: note.fields,
      ordinal: toOrdinal(card),
      tags: note.tags,
      deck,
      ...(flag > 0 && { flag }),
      hasMedia: (name) => names.has(name),
    });
  }, [note, noteType, names, state, card, deck]);
  if (noteType === undefined) return <p>The note type that draws this card is missing.</p>;
  if (sides === undefined) return null;
  const settings = device.state === 'ready' ? device.value : defaultDeviceSettings;
  return (
    <ForeignHtml
      html={isShown ? sides.back : sides.front}
      css={noteType.css}
      label={isShown ? 'Card' : 'Question'}
      loadMedia={readMedia}
      autoplay={settings.playsSounds}
      isRightToLeft={isRightToLeft(question)}
      typed={typed}
      onTyped={setTyped}
      onSounds={(again) => {
        replay.current = again;
      }}
    />
  );
}

/** Where every field that says how it is written is written from right to left. */
function isRightToLeft({ note, noteType }: Question): boolean {
  if (note.kind !== 'template') return false;
  const [first] = noteType?.fields ?? [];
  return first !== undefined && noteType?.rtlFields?.includes(first) === true;
}
