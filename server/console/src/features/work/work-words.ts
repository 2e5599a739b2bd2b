import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { UnitOption } from '@kepu/shared/contracts/campaign';
import type { WorkView } from '@kepu/shared/contracts/work';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { Finding, ShownVerdict } from '@kepu/shared/inspection/finding';
import { shownVerdict } from '@kepu/shared/inspection/judge';
import { nonOriginal } from '@kepu/shared/rules/materials';
import { sayPercent } from '@kepu/shared/errors';
import { sayTimecode } from '@kepu/shared/time';

/** `KP25-XA-0037 · 第 3 版（已冻结） · 兴安盟科技局 序号 6` */
export function numberLine(work: WorkView, unitName: string): string {
  const version = work.version ? `第 ${work.version.number} 版（已冻结）` : '还没有提交过';
  const unit = work.slotNumber === null ? unitName : `${unitName} 序号 ${work.slotNumber}`;
  return [work.receipt, version, unit].filter(Boolean).join(' · ');
}

/** The listed county a work says it comes from; null for all others. */
export function areaName(form: Pick<WorkForm, 'listedAreaCode'>, unit: UnitOption | undefined): string | null {
  if (form.listedAreaCode === null) return null;
  return unit?.listedAreas.find((area) => area.code === form.listedAreaCode)?.name ?? form.listedAreaCode;
}

/** `0:14 / 3:42，6.3%（上限 10%）` */
export function shareLine(form: WorkForm, durationMs: number | null, config: CampaignConfig): string {
  if (form.materials.length === 0) return form.allOriginal ? '全片原创' : '没有填写';
  const { usedMs, share, limit } = nonOriginal(form.materials, durationMs, config);
  const of = durationMs === null ? '' : ` / ${sayTimecode(durationMs)}`;
  const percent = share === null ? '' : `，${sayPercent(share)}`;
  return `${sayTimecode(usedMs)}${of}${percent}${limit === null ? '' : `（上限 ${sayPercent(limit)}）`}`;
}

const ORDER: ShownVerdict[] = ['fail', 'look', 'unchecked', 'reviewed', 'pass', 'nothing', 'notApplicable'];

export interface ShownFinding extends Finding {
  /** As this call shows it: a broken rule it only warns about is something to look at. */
  shown: ShownVerdict;
}

/** Findings with what needs somebody first. */
export function sortedFindings(findings: readonly Finding[], config: CampaignConfig): ShownFinding[] {
  const shown = findings.map((finding) => ({ ...finding, shown: shownVerdict(finding, config) }));
  return shown.sort((a, b) => ORDER.indexOf(a.shown) - ORDER.indexOf(b.shown));
}

/** A person has to look at it: broken, a hint, or not measured. */
export function needsSomebody({ shown, isMoot }: ShownFinding): boolean {
  return !isMoot && (shown === 'fail' || shown === 'look' || shown === 'unchecked');
}

const COUNTED = { pass: '符合', reviewed: '已复核', nothing: '没有发现', unchecked: '没有检测', notApplicable: '不作要求' } as const;

/** `12 项符合，3 项没有发现`: what was not found or not checked never counts among what is kept. */
export function sayRest(findings: readonly ShownFinding[]): string {
  const rest = findings.filter((finding) => !needsSomebody(finding));
  const counts = Object.entries(COUNTED).map(([verdict, word]) => ({ word, count: rest.filter(({ shown }) => shown === verdict).length }));
  return counts.filter(({ count }) => count > 0).map(({ word, count }) => `${count} 项${word}`).join('，');
}
