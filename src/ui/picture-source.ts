import { createContext } from 'react';

/** Finds the bytes of a picture by the name a note calls it; undefined where this device lacks it. */
export type FindPicture = (name: string) => Promise<Uint8Array | undefined>;

/** Where pictures of the learner's own come from; without it their words stand for them. */
export const PictureSource = createContext<FindPicture | null>(null);
