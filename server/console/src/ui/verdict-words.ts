import type { ShownVerdict } from '@kepu/shared/inspection/finding';

const WORDS: Record<ShownVerdict, string> = {
  fail: '不符合',
  look: '提示',
  unchecked: '没能检测',
  reviewed: '人工复核',
  pass: '符合',
  notApplicable: '不作要求',
  nothing: '没有发现',
};

/** The word for a verdict; never "passed" for what a machine merely did not find. */
export function verdictWord(verdict: ShownVerdict): string {
  return WORDS[verdict];
}
