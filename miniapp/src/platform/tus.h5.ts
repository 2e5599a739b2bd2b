import type { TusSideOf } from './tus';

const PART_BYTES = 8 * 1024 * 1024;

export const tusSide: TusSideOf = (file) => {
  if (!file.blob) throw new Error('a file picked in the browser is a blob');
  return { file: file.blob, options: { chunkSize: PART_BYTES } };
};
