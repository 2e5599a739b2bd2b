import { sayTimecode } from '../../time.js';
import type { Damage } from '../facts.js';
import { failedStage, type FilmRule } from '../rule.js';

export const v11: FilmRule = {
  id: 'V11',
  subject: '能否播放',
  clause: '附件1 一（三）2',
  judge(facts) {
    const { damage } = facts;
    if (damage === undefined) return null;
    const required = '能从头播到尾';
    const [first] = [...damage].sort((a, b) => (a.atMs ?? -1) - (b.atMs ?? -1));
    if (first) {
      const atMs = damage.flatMap((entry) => (entry.atMs === null ? [] : [entry.atMs]));
      return { verdict: 'fail', measured: sayDamage(first), required, advice: ADVICE[first.kind], atMs };
    }
    const failed = failedStage(facts, 'decoding');
    if (failed) return { ...failed, required };
    return { verdict: 'pass', measured: '抽查各处都能播放', required };
  },
};

const ADVICE: Record<Damage['kind'], string> = {
  truncated: '文件不完整，多半是导出或拷贝时中断。请重新导出，在电脑上完整看一遍再传。',
  'broken-container': '文件打不开，请重新导出，在电脑上完整看一遍再传。',
  'no-video': '文件里没有画面。请重新导出，在电脑上完整看一遍再传。',
  'decode-error': '这里开始不能正常播放，多半是导出中断。请重新导出，在电脑上完整看一遍再传。',
  'duration-mismatch': '标称时长与实际画面不一致，后面没有画面。请重新导出，在电脑上完整看一遍再传。',
};

function sayDamage(damage: Damage): string {
  if (damage.kind === 'no-video') return '没有画面';
  if (damage.atMs === null) return damage.kind === 'truncated' ? '文件不完整' : '文件打不开';
  return `${sayTimecode(damage.atMs)} 处${damage.kind === 'decode-error' ? '损坏' : '中断'}`;
}
