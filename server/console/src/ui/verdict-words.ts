import type { Verdict } from '@kepu/shared/inspection/finding';

const WORDS: Record<Verdict, string> = {
  fail: '不符合',
  look: '提示',
  unchecked: '需人工',
  pass: '符合',
  notApplicable: '不作要求',
  nothing: '没有发现',
};

/** The word for a verdict; never "passed" for what a machine merely did not find. */
export function verdictWord(verdict: Verdict): string {
  return WORDS[verdict];
}
