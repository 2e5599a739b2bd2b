import { sentenceOf, type Reason } from '@kepu/shared/errors';
import { reasonsBySection } from '@kepu/shared/forms/check-form';
import { SECTIONS, type Section, type SectionId } from '@kepu/shared/forms/work-form';

export interface SectionProgress {
  section: Section;
  reasons: readonly Reason[];
  /** `完成`, or what is missing in a few words: `缺播放证明`, `缺 2 项`. */
  word: string;
  isDone: boolean;
}

/** Reasons that are about a part of the form; the clock and the status are about the whole work. */
export function formReasonsOf(reasons: readonly Reason[]): Reason[] {
  const isUnsigned = reasons.some(({ code }) => code === 'NOT_SIGNED' || code === 'SIGNED_OTHER_TEXT');
  // The commitment is accepted by signing: for the person that is one thing to do, not two.
  return reasons.filter(({ code, path }) => path !== undefined && !(isUnsigned && code === 'COMMITMENT_NOT_ACCEPTED'));
}

/** The seven sections, each with what it still lacks in words. */
export function sectionProgress(reasons: readonly Reason[]): SectionProgress[] {
  const bySection = reasonsBySection(formReasonsOf(reasons));
  return SECTIONS.map((section) => {
    const own = bySection.get(section.id) ?? [];
    return { section, reasons: own, word: sayReasons(own), isDone: own.length === 0 };
  });
}

/** What is missing, short enough for the end of a row. */
export function sayReasons(reasons: readonly Reason[]): string {
  const [first] = reasons;
  if (!first) return '完成';
  if (reasons.length === 1) return SHORT[first.code] ?? shorten(sentenceOf(first));
  return reasons.every((reason) => reason.code === 'MISSING' || reason.code.startsWith('NO_')) ? `缺 ${reasons.length} 项` : `${reasons.length} 处要改`;
}

const SHORT: Partial<Record<Reason['code'], string>> = {
  FILM_UPLOADING: '正在上传', INSPECTION_RUNNING: '检测中', INSPECTION_UNAVAILABLE: '没检测完', INSPECTION_BLOCKS: '检测不通过', SIGNED_OTHER_TEXT: '要重新签名',
  COMMITMENT_NOT_ACCEPTED: '未签名', MATERIALS_UNCONFIRMED: '没确认', NON_ORIGINAL_OVER: '超过上限', OUTSIDE_WINDOW: '日期不符', TOO_LONG: '字数超了', AREA_NOT_LISTED: '旗县不符',
};

const shorten = (sentence: string) => (sentence.length <= 8 ? sentence : '要改');

/** Sections after this one, and the one to fill next. */
export function nextSection(id: SectionId): Section | null {
  const index = SECTIONS.findIndex((section) => section.id === id);
  return SECTIONS[index + 1] ?? null;
}

export function previousSection(id: SectionId): Section | null {
  const index = SECTIONS.findIndex((section) => section.id === id);
  return SECTIONS[index - 1] ?? null;
}
