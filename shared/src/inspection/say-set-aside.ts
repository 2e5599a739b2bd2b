import { sayMoment } from '../time.js';
import type { SetAside } from './finding.js';

/** Who set a finding aside, and when: `兴安盟科技局 刘某某 · 11月22日 14:32`. */
export function saySetAside({ byName, unitName, at }: SetAside): string {
  return `${unitName ?? '科技厅'} ${byName} · ${sayMoment(at)}`;
}
