import { DetailedError, Upload } from 'tus-js-client';
import { addressOf } from '../../platform/api-base';
import { tusSide } from '../../platform/tus';
import { session } from '../session/api';
import type { StartTransfer, TransferFailure } from './transfer';

/** tus 1.0.0 over the platform's own requests. Nothing is remembered here: the server knows its uploads. */
export const startTusTransfer: StartTransfer = ({ file, workId, purpose, fingerprint, uploadUrl }, events) => {
  const side = tusSide(file);
  let isStopped = false;
  const upload: Upload = new Upload(side.file, {
    ...side.options,
    endpoint: addressOf('/api/uploads'),
    uploadUrl: uploadUrl === null ? null : addressOf(uploadUrl),
    uploadSize: file.bytes,
    metadata: { workId, purpose, filename: file.name, filetype: file.mime, fingerprint },
    fingerprint: () => Promise.resolve(fingerprint),
    storeFingerprintForResuming: false,
    retryDelays: [],
    onBeforeRequest: async (request) => {
      const token = await session.accessToken();
      if (token !== null) request.setHeader('Authorization', `Bearer ${token}`);
    },
    onUploadUrlAvailable: () => {
      if (upload.url !== null) events.onUrl(upload.url);
    },
    onProgress: (sent) => events.onSent(sent),
    onChunkComplete: (_size, confirmed) => events.onConfirmed(confirmed),
    onSuccess: () => events.onDone(),
    onError: (error) => {
      if (!isStopped) events.onFailed(failureOf(error));
    },
  });
  upload.start();
  return {
    stop: async () => {
      isStopped = true;
      await upload.abort();
    },
  };
};

function failureOf(error: Error | DetailedError): TransferFailure {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  return response ? { status: response.getStatus(), body: response.getBody() } : { status: null, body: '' };
}
