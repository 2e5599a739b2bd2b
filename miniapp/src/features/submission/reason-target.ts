import type { ReturnReason } from '@kepu/shared/contracts/work';
import { reasonPlace } from '../draft/places';

/** Where a unit's reason is looked at and mended: the exact field, or the film at the exact second. */
export function reasonTarget(workId: string, reason: ReturnReason): ReturnType<typeof reasonPlace> {
  const place = reasonPlace(workId, reason);
  return reason.atMs === null ? place : { ...place, params: { ...place.params, at: String(Math.round(reason.atMs)) } };
}
