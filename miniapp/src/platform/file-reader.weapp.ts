import { getFileSystemManager } from '@tarojs/taro';

export interface FileReader {
  read(from: number, to: number): Promise<Uint8Array>;
  close(): void;
}

/**
 * Reads parts of a file through an open descriptor: `readFile` is documented to stop at 100 MB, which is
 * below every film the notice allows. Lengths are clamped to the file's size, because some phones answer
 * a read past the end with zeros instead of an error.
 */
export function openReader(path: string, bytes: number): FileReader {
  const files = getFileSystemManager();
  let opening: Promise<string> | null = null;
  const descriptor = () => (opening ??= new Promise<string>((resolve, reject) => {
    files.open({ filePath: path, flag: 'r', success: ({ fd }) => resolve(fd), fail: ({ errMsg }) => reject(new Error(errMsg)) });
  }));
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const length = Math.min(to, bytes) - from;
    if (length <= 0) return new Uint8Array(0);
    const fd = await descriptor();
    const part = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const got = await readOnce(fd, part, filled, from + filled);
      if (got === 0) throw new Error(`the file ended at ${from + filled} of ${bytes}`);
      filled += got;
    }
    return part;
  };
  const readOnce = (fd: string, part: Uint8Array<ArrayBuffer>, offset: number, position: number) =>
    new Promise<number>((resolve, reject) => {
      files.read({
        fd, arrayBuffer: part.buffer, offset, length: part.length - offset, position,
        success: ({ bytesRead }) => resolve(Number(bytesRead)),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  const close = () => {
    void opening?.then((fd) => files.close({ fd }), () => undefined);
    opening = null;
  };
  return { read, close };
}
