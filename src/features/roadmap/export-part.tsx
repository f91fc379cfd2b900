import { useState } from 'react';
import type { TopicId } from '#src/domain/ids.ts';
import type { MapLayout } from '#src/domain/map/map-layout.ts';
import type { MapPicture } from '#src/formats/map-picture.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { saveFile } from '#src/ui/save-file.ts';
import type { TopicLook } from './describe-topic.ts';
import { drawPng, readPalette } from './draw-png.ts';

type PictureFormat = 'svg' | 'png';

/** Saves the whole map as a picture, as it is seen now, or prints it. */
export function ExportPart({
  name,
  title,
  lead,
  layout,
  looks,
}: {
  /** What the file is called, without its ending. */
  name: string;
  title: string;
  lead: string;
  layout: MapLayout;
  looks: ReadonlyMap<TopicId, TopicLook>;
}) {
  const [words, setWords] = useState('');
  const save = async (format: PictureFormat) => {
    setWords('');
    try {
      const file = `${name}.${format}`;
      saveFile(file, await draw(format, { layout, title, lead, nodes: looks }));
      setWords(`Saved as ${file}.`);
    } catch (error) {
      const reason = toMessage(error);
      setWords(`No picture was saved. ${reason}`);
    }
  };
  return (
    <>
      <Button onClick={() => void save('svg')}>Save as SVG</Button>
      <Button onClick={() => void save('png')}>Save as PNG</Button>
      <Button
        onClick={() => {
          print();
        }}
      >
        Print
      </Button>
      <span role="status" className="small">
        {words}
      </span>
    </>
  );
}

async function draw(format: PictureFormat, picture: Omit<MapPicture, 'palette'>): Promise<Blob> {
  const { writeMapPicture } = await import('#src/formats/map-picture.ts');
  const text = writeMapPicture({ ...picture, palette: readPalette() });
  const svg = new Blob([text], { type: 'image/svg+xml' });
  return format === 'svg' ? svg : drawPng(svg);
}
