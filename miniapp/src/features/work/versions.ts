import type { VersionReply } from '@kepu/shared/contracts/work';
import type { AuditEntryView } from '@kepu/shared/contracts/desk';
import { cached } from '../../state/cached';
import { api } from '../session/api';

/** A frozen version of a work: what was handed in then. */
export const versionResource = (workId: string, number: number) =>
  cached<VersionReply>(`version:${workId}:${number}`, () => api.call('GET /api/works/:workId/versions/:number', { params: { workId, number: String(number) } }));

/** What happened to a work, the latest first. */
export const historyResource = (workId: string) => cached<AuditEntryView[]>(`history:${workId}`, () => api.call('GET /api/works/:workId/history', { params: { workId } }));
