import { NOT_MEASURED, type Measures } from '@kepu/shared/upload/film-facts';
import { chooseMedia, chooseMessageFile, getVideoInfo } from '@tarojs/taro';
import { openReader } from './file-reader.weapp';
import type { FilePicker, PickedFile, PickKind, PickSource } from './picked-file';
import { sayFailure } from './wechat-failure.weapp';

export const filePicker: FilePicker = {
  pick: (kind, source) => (source === 'chat' ? fromChat(kind) : fromAlbum(kind, 1).then(([file]) => file ?? null)).catch(cancelled),
  pickPhotos: (most) => fromAlbum('photo', Math.min(most, MOST_AT_ONCE)).catch((failure: unknown) => cancelled(failure) ?? []),
};

/** WeChat's own limit. */
const MOST_AT_ONCE = 9;

/** Closing the picker is a failure in WeChat and an answer here. */
function cancelled(failure: unknown): null {
  if (/cancel/u.test(sayFailure(failure))) return null;
  throw new Error(sayFailure(failure));
}

// Taro makes promises of most calls but hands these two, and `getVideoInfo`, through as they are, and only newer base libraries
// answer them with a promise of their own: callbacks are what every one has.
async function fromChat(kind: PickKind): Promise<PickedFile | null> {
  // `all` also lists films that were sent as a file; `video` lists only what WeChat has re-encoded.
  const [file] = await new Promise<{ path: string; size: number; name: string }[]>((resolve, reject) => {
    void chooseMessageFile({ count: 1, type: 'all', success: ({ tempFiles }) => resolve(tempFiles), fail: reject });
  });
  return file ? toPicked(file.path, file.size, file.name, 'chat', kind) : null;
}

async function fromAlbum(kind: PickKind, count: number): Promise<PickedFile[]> {
  const files = await new Promise<{ tempFilePath: string; size: number }[]>((resolve, reject) => {
    void chooseMedia({
      count,
      mediaType: [kind === 'film' ? 'video' : 'image'],
      sourceType: kind === 'film' ? ['album'] : ['album', 'camera'],
      // Without this WeChat hands over a re-encoded film that no longer keeps the rules.
      sizeType: ['original'],
      success: ({ tempFiles }) => resolve(tempFiles),
      fail: reject,
    });
  });
  return files.map((file) => toPicked(file.tempFilePath, file.size, nameOf(file.tempFilePath), 'album', kind));
}

function toPicked(path: string, bytes: number, name: string, source: PickSource, kind: PickKind): PickedFile {
  const reader = openReader(path, bytes);
  return { name, bytes, mime: mimeOf(name, kind), source, blob: null, read: reader.read, measure: () => measure(path), close: reader.close };
}

/** WeChat's own word, for films whose boxes do not say it; films it cannot open are not known. */
function measure(path: string): Promise<Measures> {
  return new Promise((resolve) => {
    void getVideoInfo({
      src: path,
      success: ({ duration, width, height, orientation }) => {
        const [shown, tall] = /^(?:left|right)/u.test(orientation) ? [height, width] : [width, height];
        resolve({ durationMs: duration > 0 ? Math.round(duration * 1000) : null, width: shown || null, height: tall || null });
      },
      fail: () => resolve(NOT_MEASURED),
    });
  });
}

const nameOf = (path: string) => path.split('/').pop() ?? path;

const MIMES: Record<string, string> = { mp4: 'video/mp4', mov: 'video/quicktime', pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' };

function mimeOf(name: string, kind: PickKind): string {
  return MIMES[name.split('.').pop()?.toLowerCase() ?? ''] ?? (kind === 'film' ? 'video/mp4' : 'application/octet-stream');
}
