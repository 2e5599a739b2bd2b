import type { FileSource } from 'tus-js-client';
import type { PickedFile } from './picked-file';
import type { TusSideOf } from './tus';
import { wechatStack } from './tus-stack.weapp';

/** A part must be cheap to lose: WeChat cuts every request five seconds after the app is left. */
const PART_BYTES = 1024 * 1024;

export const tusSide: TusSideOf = (file) => ({
  // tus hands this to our own file reader untouched; its type only knows what browsers have.
  file: file as unknown as Blob,
  options: {
    chunkSize: PART_BYTES,
    httpStack: wechatStack,
    fileReader: { openFile: () => Promise.resolve(sourceOf(file)) },
    // wx.request has no PATCH.
    overridePatchMethod: true,
  },
});

function sourceOf(file: PickedFile): FileSource {
  return {
    size: file.bytes,
    slice: async (start, end) => {
      const to = Math.min(end, file.bytes);
      const part = await file.read(start, to);
      // tus reads the length of a part from `size`, as a Blob has it.
      const value = Object.assign(part.buffer, { size: part.byteLength });
      return { value: value, done: to >= file.bytes };
    },
    close: () => undefined,
  };
}
