import type { Upload, UploadOptions } from 'tus-js-client';
import type { PickedFile } from './picked-file';

/** How a picked file goes through tus on this platform. */
export interface TusSide {
  file: Upload['file'];
  options: Partial<UploadOptions>;
}

export type TusSideOf = (file: PickedFile) => TusSide;

/** The neutral default reads the picked file in parts and leaves the requests to tus. */
export const tusSide: TusSideOf = (file) => ({ file: file.blob ?? new Blob([]), options: {} });
