import { BOUNDS } from '../campaign/bounds.js';
import type { Reason } from '../errors.js';
import { OVERRIDE_REASON } from '../rules/override.js';
import { tooLong } from '../rules/too-long.js';
import { countCharacters } from '../text.js';

/**
 * Longest texts people write outside the form, in characters as a person counts them (F7). Said once for the
 * server's bodies and for the fields of phone and console; a call's own limits are in its configuration.
 */
export const LIMITS = {
  returnNote: 300,
  declineReason: 500,
  disqualifyReason: 500,
  overrideReason: OVERRIDE_REASON.most,
  changeReason: 200,
  /** A call may ask for less: `config.limits.opinion`. */
  opinion: BOUNDS.longText[1],
  workTitle: BOUNDS.shortText[1],
  personName: 30,
  unitName: 60,
  receiptNote: 200,
  grade: 40,
  certificateNumber: 30,
} as const;

export type LimitName = keyof typeof LIMITS;

const LABELS: Record<LimitName, string> = {
  returnNote: '退回原因', declineReason: '原因', disqualifyReason: '原因', overrideReason: '理由', changeReason: '原因', opinion: '审核意见',
  workTitle: '作品名称', personName: '姓名', unitName: '单位名称', receiptNote: '备注', grade: '等级', certificateNumber: '证书编号',
};

/** Why something is done: asked for in a sentence of its own when it is not there. */
const WHY: readonly LimitName[] = ['returnNote', 'declineReason', 'disqualifyReason', 'overrideReason', 'changeReason'];

/** These stand in columns of so many code points: there a composed character counts as what it is made of. */
const IN_COLUMNS: readonly LimitName[] = ['changeReason', 'workTitle', 'personName', 'unitName', 'receiptNote', 'grade', 'certificateNumber'];

export const missing = (name: LimitName): Reason => (WHY.includes(name) ? { code: 'REASON_REQUIRED' } : { code: 'MISSING', label: LABELS[name] });

export function overLimit(name: LimitName, text: string): Reason[] {
  const limit = LIMITS[name];
  const points = IN_COLUMNS.includes(name) ? Array.from(text).length : 0;
  const over = Math.max(countCharacters(text), points) - limit;
  return over > 0 ? [{ code: 'TOO_LONG', label: LABELS[name], over, limit }] : tooLong(LABELS[name], text, limit);
}
