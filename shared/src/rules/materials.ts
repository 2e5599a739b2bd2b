import type { CampaignConfig } from '../campaign/config.js';
import { materialKind, type QuotedMaterial, type TimeRange } from '../forms/work-form.js';

/** Total length of a set of ranges, what overlaps counted once, in milliseconds. */
export function unionLength(ranges: readonly TimeRange[]): number {
  const sorted = ranges.filter((range) => range.toMs > range.fromMs).sort((a, b) => a.fromMs - b.fromMs);
  let total = 0;
  let reached = -Infinity;
  for (const { fromMs, toMs } of sorted) {
    if (toMs <= reached) continue;
    total += toMs - Math.max(fromMs, reached);
    reached = toMs;
  }
  return total;
}

/** Where ranges lie on top of each other, so that the ledger can say "只计一次". */
export function overlaps(ranges: readonly TimeRange[]): TimeRange[] {
  const sorted = ranges.filter((range) => range.toMs > range.fromMs).sort((a, b) => a.fromMs - b.fromMs);
  const found: TimeRange[] = [];
  let reached = -Infinity;
  for (const { fromMs, toMs } of sorted) {
    if (fromMs < reached) found.push({ fromMs, toMs: Math.min(toMs, reached) });
    reached = Math.max(reached, toMs);
  }
  return found;
}

/** The ranges that count towards the share: those of the kinds that have a clean duration. */
export function countedRanges(materials: readonly QuotedMaterial[], config: CampaignConfig): TimeRange[] {
  return materials.filter((material) => materialKind(config, material.kindId)?.timed !== false).flatMap((material) => material.ranges);
}

export interface NonOriginal {
  usedMs: number;
  /** Null while the film's length is not known: the share is then not a number, not zero. */
  share: number | null;
  limit: number | null;
  leftMs: number | null;
  isOver: boolean;
}

/**
 * O3: non-original parts as a share of the measured duration. Notice, Annex 1, 一(四)2.
 * `durationMs` is what the server measured, or what the phone read before the upload.
 */
export function nonOriginal(materials: readonly QuotedMaterial[], durationMs: number | null, config: CampaignConfig): NonOriginal {
  const usedMs = unionLength(countedRanges(materials, config));
  const limit = config.nonOriginalShare;
  if (durationMs === null || durationMs <= 0) return { usedMs, share: null, limit, leftMs: null, isOver: false };
  const leftMs = limit === null ? null : limit * durationMs - usedMs;
  return { usedMs, share: usedMs / durationMs, limit, leftMs, isOver: leftMs !== null && leftMs < -0.5 };
}
