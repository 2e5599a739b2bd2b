import Uppy from '@uppy/core';
import Tus from '@uppy/tus';
import type { FilePurpose } from '@kepu/shared/contracts/work';
import type { Problem } from '@kepu/shared/errors';
import { PART_BYTES } from '@kepu/shared/upload/policy';
import type { Ticket } from './ticket';

export interface Sending {
  file: File;
  purpose: FilePurpose;
  fingerprint: string;
  /** Entry of the form a proof is for, `unassigned` while nobody has said; empty for the film. */
  place: string;
  /** Address of an upload that has begun, here or on the phone. */
  uploadUrl: string | null;
}

type Meta = { workId: string; purpose: string; fingerprint: string; place: string };

const RETRIES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 60_000, 60_000];

/** Every send of this page, by Uppy over tus. Nothing of it is kept in the browser: the server knows how far each one is. */
export function createSender(ticket: () => Ticket) {
  const uppy = new Uppy<Meta, Record<string, never>>({ allowMultipleUploadBatches: true });
  uppy.use(Tus, {
    endpoint: `${window.location.origin}/api/uploads`,
    chunkSize: PART_BYTES.browser,
    limit: 2,
    retryDelays: RETRIES_MS,
    storeFingerprintForResuming: false,
    headers: () => ({ Authorization: `Bearer ${ticket().token}` }),
    allowedMetaFields: ['workId', 'purpose', 'fingerprint', 'place', 'name', 'type'],
  });
  return {
    uppy,
    /** Begins to send a file; answers with the name it goes by here. */
    send({ file, purpose, fingerprint, place, uploadUrl }: Sending): string {
      const id = uppy.addFile({ name: file.name, type: file.type, data: file, meta: { workId: ticket().workId, purpose, fingerprint, place, relativePath: `${place}/${fingerprint}/${Date.now()}` } as never });
      if (uploadUrl !== null) uppy.setFileState(id, { tus: { uploadUrl: `${window.location.origin}${uploadUrl}` } });
      // What fails is shown from the file's own state.
      void uppy.upload().catch(() => undefined);
      return id;
    },
  };
}

export type Sender = ReturnType<typeof createSender>;
export type SentFile = ReturnType<Sender['uppy']['getFiles']>[number];

/** What the server said no with, in its own sentences; or that it did not answer. */
export function sayFailure(file: SentFile): string {
  const body = (file.response as { body?: { xhr?: XMLHttpRequest } } | undefined)?.body?.xhr?.responseText ?? '';
  if (body.startsWith('{')) return (JSON.parse(body) as Problem).reasons.map(({ message }) => message).join('');
  return '连不上服务器。已传的都在，网络好了点“继续”。';
}
