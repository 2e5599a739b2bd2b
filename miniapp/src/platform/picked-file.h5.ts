import { mediaFacts } from '@kepu/shared/upload/media-facts';
import type { FilePicker, PickedFile, PickKind } from './picked-file';

const ACCEPT: Record<PickKind, string> = {
  film: 'video/mp4,video/quicktime,.mp4,.mov,.m4v',
  // Asked for JPEG, a phone of Apple's turns its HEIC photographs into it.
  photo: 'image/jpeg,image/png,image/webp',
  document: 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png',
  mail: 'message/rfc822,.eml',
};

export const filePicker: FilePicker = {
  pick: async (kind) => (await choose(kind, false))[0] ?? null,
  pickPhotos: async (most) => (await choose('photo', true)).slice(0, most),
};

function choose(kind: PickKind, isMany: boolean): Promise<PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ACCEPT[kind];
    input.multiple = isMany;
    // Some browsers drop an input that is in no document before its change event comes.
    input.style.display = 'none';
    document.body.append(input);
    const finish = (files: File[]) => {
      input.remove();
      resolve(files.map(toPicked));
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    input.click();
  });
}

function toPicked(file: File): PickedFile {
  return {
    name: file.name,
    bytes: file.size,
    mime: file.type,
    source: 'system',
    blob: file,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    measure: () => measure(file),
    close: () => undefined,
  };
}

async function measure(file: File) {
  const url = URL.createObjectURL(file);
  const facts = await mediaFacts(document.createElement('video'), url, (ms, act) => setTimeout(act, ms));
  URL.revokeObjectURL(url);
  return facts;
}
