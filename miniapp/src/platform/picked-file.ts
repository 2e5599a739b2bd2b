import type { Measures } from '@kepu/shared/upload/film-facts';

/** A file the person picked, before any byte of it is sent. */
export interface PickedFile {
  name: string;
  bytes: number;
  mime: string;
  source: PickSource;
  /** Bytes from `from` (included) to `to` (not included), both within the file. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** What the platform itself knows of a film; a file that is none, or that it cannot open, is not known. */
  measure(): Promise<Measures>;
  /** Frees what the platform holds for it. */
  close(): void;
  /** What the platform's own uploader reads: a `File` in the browser, nothing in the mini-program. */
  blob: Blob | null;
}

/** system: the browser's or phone's file picker · chat: a file sent in a WeChat chat · album: the phone's album. */
export type PickSource = 'system' | 'chat' | 'album';

export type PickKind = 'film' | 'document' | 'photo' | 'mail';

export interface FilePicker {
  /** Null when the person closed the picker. */
  pick(kind: PickKind, source: PickSource): Promise<PickedFile | null>;
  /** Several photographs at once; none when the person closed the picker. */
  pickPhotos(most: number): Promise<PickedFile[]>;
}

export const filePicker: FilePicker = { pick: () => Promise.resolve(null), pickPhotos: () => Promise.resolve([]) };
