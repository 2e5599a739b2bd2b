import type { PickedFile } from '../../platform/picked-file';
import type { FilePurpose } from '@kepu/shared/contracts/work';

export interface TransferOrder {
  file: PickedFile;
  workId: string;
  purpose: FilePurpose;
  fingerprint: string;
  /** An upload that has begun: goes on where the server says it stands. Null: a new one. */
  uploadUrl: string | null;
}

export interface TransferEvents {
  /** The server has given the upload its address. */
  onUrl: (url: string) => void;
  /** Bytes on their way, and bytes the server has confirmed. */
  onSent: (bytes: number) => void;
  onConfirmed: (bytes: number) => void;
  onDone: () => void;
  onFailed: (failure: TransferFailure) => void;
}

/** `status` null: no answer came. */
export interface TransferFailure {
  status: number | null;
  body: string;
}

/** One attempt to bring a file to the server; it does not retry, that is the uploader's business. */
export interface Transfer {
  /** Stops at once; what the server has confirmed stays there. */
  stop(): Promise<void>;
}

export type StartTransfer = (order: TransferOrder, events: TransferEvents) => Transfer;
