import { use, useEffect, useState } from 'react';
import { toMediaType } from './media-type.ts';
import { PictureSource } from './picture-source.ts';

/** A picture that the learner put into a note; its words until it is there, and where it is missing. */
export function OwnPicture({ name, words }: { name: string; words: string }) {
  const find = use(PictureSource);
  const [address, setAddress] = useState<string>();
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    if (find === null) return;
    let made: string | undefined;
    let isCurrent = true;
    const show = (bytes: Uint8Array | undefined) => {
      if (!isCurrent) return;
      setIsMissing(bytes === undefined);
      if (bytes === undefined) return;
      made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: toMediaType(name) }));
      setAddress(made);
    };
    find(name).then(show, () => {
      show(undefined);
    });
    return () => {
      isCurrent = false;
      setAddress(undefined);
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [find, name]);
  if (address !== undefined) return <img className="own-picture" src={address} alt={words} />;
  return isMissing ? <em>{words || 'Picture'} (not on this device)</em> : words;
}
