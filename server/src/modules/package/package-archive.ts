import { splitOntoDiscs, type Medium } from '@kepu/shared/handover/discs';
import type { Instant } from '@kepu/shared/time';
import { isoPlan } from './image/iso-plan.js';
import type { SegmentPlan } from './image/segments.js';
import { zipPlan, type ArchiveFile } from './image/zip-plan.js';
import type { PackageItem } from './package.entity.js';

/** The ZIP of a package whose every checksum is known. */
export function archiveOf(items: readonly PackageItem[]): SegmentPlan {
  return zipPlan(items.map(toFile));
}

/** Which works go on which disc; the lists go on each. */
export function discsOf(items: readonly PackageItem[], medium: Medium) {
  const workIds = [...new Set(items.flatMap(({ workId }) => workId ?? []))];
  const sizes = workIds.map((workId) => ({ workId, files: items.filter((item) => item.workId === workId).map(({ bytes }) => bytes) }));
  return splitOntoDiscs(sizes, items.filter(({ workId }) => workId === null).map(({ bytes }) => bytes), medium);
}

/** The image of one disc, counted from 1; null: there is no such disc. */
export function discOf(items: readonly PackageItem[], medium: Medium, number: number, facts: { label: string; at: Instant }): SegmentPlan | null {
  const { discs } = discsOf(items, medium);
  const works = discs[number - 1];
  if (!works) return null;
  const label = discs.length > 1 ? `${facts.label}_${number}` : facts.label;
  return isoPlan(items.filter(({ workId }) => workId === null || works.includes(workId)).map(toFile), { ...facts, label });
}

function toFile({ path, key, bytes, crc32, at }: PackageItem): ArchiveFile {
  if (crc32 === null) throw new Error(`${path} has not been summed`);
  return { path, key, bytes, crc32, at };
}
