import type { FilePicker, PickedFile, PickKind } from './picked-file';

const ACCEPT: Record<PickKind, string> = {
  film: 'video/mp4,video/quicktime,.mp4,.mov,.m4v',
  document: 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png',
};

export const filePicker: FilePicker = {
  pick: (kind) =>
    new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = ACCEPT[kind];
      // Some browsers drop an input that is in no document before its change event comes.
      input.style.display = 'none';
      document.body.append(input);
      const finish = (file: PickedFile | null) => {
        input.remove();
        resolve(file);
      };
      input.addEventListener('change', () => finish(input.files?.[0] ? toPicked(input.files[0]) : null));
      input.addEventListener('cancel', () => finish(null));
      input.click();
    }),
};

function toPicked(file: File): PickedFile {
  return {
    name: file.name,
    bytes: file.size,
    mime: file.type,
    source: 'system',
    blob: file,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    close: () => undefined,
  };
}
