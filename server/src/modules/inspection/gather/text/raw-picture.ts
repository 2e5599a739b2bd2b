/** A picture as bytes: three a pixel, red first, row by row. */
export interface RawPicture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One line of text on a picture, as the recogniser saw it. */
export interface ReadLine {
  text: string;
  /** Share of the picture's width at which the middle of the line is. */
  middle: number;
}

export type OcrReply = { ready: true } | { lines: ReadLine[] } | { error: string };
