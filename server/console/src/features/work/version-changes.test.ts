import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import type { VersionReply } from '@kepu/shared/contracts/work';
import type { Finding } from '@kepu/shared/inspection/finding';
import { readyForm } from '@kepu/shared/testing/examples';
import { expect, it } from 'vitest';
import { versionChanges } from './version-changes';

const size = (verdict: Finding['verdict'], measured: string): Finding => ({ rule: 'V5', verdict, subject: '大小', clause: '附件1 一（三）2', measured, required: '100–300兆', advice: null, atMs: [], check: 'V5', evidence: [] });

const first: VersionReply = {
  number: 1, form: readyForm(), findings: [size('fail', '96 兆')], sha256: 'a', verifyCode: 'A', submittedAt: 0, submittedBy: '赵某某',
  film: { fileId: 'f1', name: 'a.mp4', bytes: 96_000_000, sha256: '7f3a91c2ffff', durationMs: 238_000 },
};

it('says nothing between two equal versions', () => expect(versionChanges(first, { ...first, number: 2 }, preset2025, String)).toEqual([]));

it('puts form, film and the machine’s verdicts side by side', () => {
  const second: VersionReply = {
    ...first,
    form: { ...readyForm(), reach: '点击量 12.4 万' },
    findings: [size('pass', '214 兆')],
    film: { fileId: 'f2', name: 'b.mp4', bytes: 214_000_000, sha256: '0b11aa22ffff', durationMs: 222_000 },
  };
  expect(versionChanges(first, second, preset2025, String).map(({ label, before, after }) => [label, before, after])).toEqual([
    ['传播效果', readyForm().reach, '点击量 12.4 万'],
    ['成片', '3:58 · 96 兆 · 7f3a91c2', '3:42 · 214 兆 · 0b11aa22'],
    ['V5 大小', '不符合 96 兆', '符合 214 兆'],
  ]);
});
