import type { AskingComputerView, ComputerView } from '@kepu/shared/contracts/computer';
import type { OpenUploadView } from '@kepu/shared/contracts/work';
import { API_BASE } from '../../platform/api-base';
import { ownOrigin } from '../../platform/origin';
import { cached } from '../../state/cached';
import type { Resource } from '../../state/resource';
import { serverNow } from '../campaign/campaign';
import { api } from '../session/api';

/** Where an editing computer opens its page. */
export const computerPage = () => `${API_BASE === '' ? ownOrigin() : API_BASE}/pc`;

/** Computers that may upload to a work now. */
export function computersResource(workId: string): Resource<ComputerView[]> {
  return cached(`computers:${workId}`, () => api.call('GET /api/works/:workId/computers', { params: { workId } }));
}

export function askingComputer(workId: string, code: string): Promise<AskingComputerView> {
  return api.call('GET /api/works/:workId/computers/:code', { params: { workId, code } });
}

export async function allowComputer(workId: string, code: string): Promise<void> {
  await api.call('PUT /api/works/:workId/computers/:code', { params: { workId, code } });
  await computersResource(workId).load();
}

export async function revokeComputer(workId: string, computerId: string): Promise<void> {
  await api.call('DELETE /api/works/:workId/computers/:computerId', { params: { workId, computerId } });
  await computersResource(workId).load();
}

/** A line that pauses is not broken off: parts come at intervals on a slow one. */
const SILENT_MS = 15_000;

/** Bytes of this film are arriving now, and from a computer that was let in. */
export function isArriving(upload: OpenUploadView, computers: readonly ComputerView[]): boolean {
  return serverNow() - upload.lastByteAt < SILENT_MS && computers.some(({ device }) => device === upload.device);
}
