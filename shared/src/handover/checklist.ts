import type { CampaignConfig } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import type { FilmState } from '../rules/film-state.js';
import { proofsMissing } from '../rules/proofs.js';
import type { Instant } from '../time.js';

/** Whose turn it is. */
export type Turn = 'creator' | 'unit' | 'department' | 'machine';

export const TURN_NAMES: Record<Turn, string> = { creator: '作者', unit: '推荐单位', department: '科技厅', machine: '系统' };

export type CheckCode = 'SCAN_MISSING' | 'SCAN_OLDER' | 'FILM_INSPECTING' | 'FILM_UNINSPECTED' | 'BROADCAST_PROOF_MISSING' | 'LICENCE_PROOF_MISSING' | 'WORKS_WAITING' | 'SLOTS_FREE';

export interface CheckItem {
  code: CheckCode;
  workId: string | null;
  turn: Turn;
  /** Keeps the package from being handed over; otherwise it is only said. */
  blocks: boolean;
  sentence: string;
}

/** A recommended work with what its part of the package is made of. */
export interface PackedWork {
  workId: string;
  slot: number;
  title: string;
  form: Pick<WorkForm, 'broadcasts' | 'materials'>;
  submittedAt: Instant;
  filmState: FilmState;
  scan: { uploadedAt: Instant } | null;
  /** Proof files that are stored. */
  storedFileIds: ReadonlySet<string>;
}

export interface ChecklistFacts {
  config: CampaignConfig;
  works: readonly PackedWork[];
  /** Works this unit has still to review. */
  waiting: number;
  freeSlots: number;
}

/** What stands between a unit and its hand-over, and whose turn it is: Annex 1, section two, clause 3. */
export function handOverChecklist({ config, works, waiting, freeSlots }: ChecklistFacts): CheckItem[] {
  const ofWorks = works.flatMap((work) => [...filmItems(work), ...scanItems(work), ...proofItems(work, config)]);
  const ofUnit: CheckItem[] = [];
  if (waiting > 0) ofUnit.push({ code: 'WORKS_WAITING', workId: null, turn: 'unit', blocks: false, sentence: `还有 ${waiting} 部作品待审核，现在报送就不含它们` });
  if (freeSlots > 0) ofUnit.push({ code: 'SLOTS_FREE', workId: null, turn: 'unit', blocks: false, sentence: `还有 ${freeSlots} 个名额没有用` });
  return [...ofWorks, ...ofUnit];
}

function filmItems({ workId, filmState }: PackedWork): CheckItem[] {
  if (filmState === 'inspected') return [];
  if (filmState === 'inspecting') return [{ code: 'FILM_INSPECTING', workId, turn: 'machine', blocks: true, sentence: '成片正在自动检测，请稍候' }];
  return [{ code: 'FILM_UNINSPECTED', workId, turn: 'department', blocks: true, sentence: '成片的自动检测没有完成，请点“重新检测”，仍不行请联系科技厅' }];
}

function scanItems({ workId, scan, submittedAt }: PackedWork): CheckItem[] {
  if (!scan) return [{ code: 'SCAN_MISSING', workId, turn: 'unit', blocks: true, sentence: '缺盖章扫描件：打印推荐表，签字盖章后拍照上传' }];
  if (scan.uploadedAt < submittedAt) return [{ code: 'SCAN_OLDER', workId, turn: 'unit', blocks: true, sentence: '盖章扫描件是改稿以前的，请按现在的版本重新打印、签字盖章、上传' }];
  return [];
}

/** A recommended form is frozen, so a proof can only come back through its author: withdrawn, returned, mended. */
function proofItems({ workId, form, storedFileIds }: PackedWork, config: CampaignConfig): CheckItem[] {
  const missing = proofsMissing(form, config, (id) => storedFileIds.has(id));
  const licences = missing.filter(({ code }) => code === 'NO_LICENCE_PROOF').length;
  const items: CheckItem[] = [];
  if (missing.length > licences) {
    items.push({ code: 'BROADCAST_PROOF_MISSING', workId, turn: 'creator', blocks: true, sentence: '缺播放证明：撤回推荐并退回作者补交' });
  }
  if (licences > 0) items.push({ code: 'LICENCE_PROOF_MISSING', workId, turn: 'creator', blocks: true, sentence: `缺 ${licences} 份引用素材的授权证明：撤回推荐并退回作者补交` });
  return items;
}

/** What a hand-over is made of, to be compared with the next one. */
export interface HandedWork {
  workId: string;
  title: string;
  slot: number;
  /** Hash of the frozen version. */
  version: string;
  /** Hash of the sealed scan. */
  scan: string;
}

/** What is no longer as it was handed over, in words: each line is a reason to hand over once more. */
export function changesSince(before: readonly HandedWork[], now: readonly HandedWork[]): string[] {
  const gone = before.filter((work) => !now.some(({ workId }) => workId === work.workId)).map(({ title }) => `《${title}》已不再推荐`);
  const changed = now.flatMap((work) => {
    const old = before.find(({ workId }) => workId === work.workId);
    if (!old) return [`新推荐《${work.title}》`];
    if (old.version !== work.version) return [`《${work.title}》改后重交`];
    if (old.scan !== work.scan) return [`《${work.title}》换了盖章扫描件`];
    return old.slot === work.slot ? [] : [`《${work.title}》改为 ${work.slot} 号`];
  });
  return [...gone, ...changed];
}
