import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditAction } from './audit-actions.js';
import type { Reader } from './audit-rows.js';
import { isReadableBy, tellEntry } from './tell-entry.js';

const READERS: Reader[] = ['creator', 'unit', 'department', 'auditor'];
const ACTIONS = Object.keys(AUDIT_ACTIONS) as AuditAction[];
const entry = (action: string, params: unknown, more = {}) => ({ action, role: 'system', params, reason: null, changes: [], ...more });

/** The whole allow list: who reads what others did. A new action has to be put here by hand. */
const UNIT_TOO = [
  'work.sign-off', 'work.take-back-sign-off', 'work.print', 'work.download', 'scan.confirm', 'file.upload-scan', 'file.upload-scan-photo', 'inspection.retry',
  'unit.set-closing', 'unit.set-mail-server', 'unit.remove-mail-server', 'unit.print', 'hand-over.make', 'hand-over.receive',
  'package.link', 'package.mail', 'package.bounce', 'package.cancel', 'package.retry', 'package.verify',
];
const DEPARTMENT_ONLY = [
  'other-works.set-aside', 'other-works.take-back-set-aside', 'work.compare', 'work.reveal-contact', 'film.order-judging',
  'campaign.open', 'campaign.clone', 'campaign.set-state', 'campaign.edit', 'campaign.print-jury', 'unit.edit', 'account.invite', 'account.accept-invitation', 'package.export',
];
const EVERYBODYS = [
  'work.create', 'work.sign', 'work.remove-film', 'work.submit', 'work.withdraw', 'work.return', 'work.decline', 'work.recommend', 'work.withdraw-recommendation', 'work.put-scan', 'work.disqualify',
  'computer.allow', 'computer.join', 'computer.revoke', 'file.upload-film', 'file.upload-broadcast-proof', 'file.upload-licence-proof', 'inspection.done', 'finding.set-aside', 'finding.take-back-set-aside',
];

describe('who reads the log', () => {
  it.each(ACTIONS)('%s is read by those it is meant for, and nobody else', (action) => {
    const expected = EVERYBODYS.includes(action) ? READERS : UNIT_TOO.includes(action) ? ['unit', 'department', 'auditor'] : DEPARTMENT_ONLY.includes(action) ? ['department', 'auditor'] : [];
    expect(READERS.filter((reader) => isReadableBy(entry(action, {}), reader))).toEqual(expected);
  });

  it.each<[string, Reader]>([['creator', 'creator'], ['recommender', 'unit'], ['staff', 'department'], ['admin', 'department']])('what was done as %s is read on the side of the %s', (role, reader) => {
    for (const action of ACTIONS) expect(isReadableBy(entry(action, {}, { role }), reader)).toBe(true);
  });

  it('hides what no row names from everybody but the department', () => {
    expect(READERS.filter((reader) => isReadableBy(entry('work.something-new', null), reader))).toEqual(['department', 'auditor']);
    expect(tellEntry(entry('work.something-new', null), 'department').name).toBe('work.something-new');
  });
});

describe('the log in words', () => {
  it.each([
    ['a film that broke rules', entry('inspection.done', { failing: 2, notable: [{ finding: 'V5 大小', required: '100–300兆', measured: '1.4 兆' }] }), { state: 'bad', mark: 'cross', title: '自动检测完成，2 项不通过' }, [{ label: 'V5 大小', before: null, after: '1.4 兆（要求 100–300兆）' }]],
    ['a film that kept them', entry('inspection.done', { failing: 0, notable: [] }), { state: 'done', mark: 'check', title: '自动检测完成' }, []],
    ['a return', entry('work.return', { reasons: [{ path: 'materials.1', atMs: null, note: '缺授权' }, { path: 'film', atMs: 64_000, note: '片头错字' }] }), { state: 'bad', mark: 'undo', title: '退回修改，2 处' }, [{ label: '引用素材第 2 条', before: null, after: '缺授权' }, { label: '成片 1:04', before: null, after: '片头错字' }]],
    ['a recommendation', entry('work.recommend', { slot: 3 }), { state: 'done', mark: 'check', title: '推荐，占用 3 号名额' }, [{ label: '序号', before: null, after: '3' }]],
    ['a reason', entry('work.decline', {}, { reason: '与本次主题无关' }), { state: 'bad', mark: 'cross', title: '不予推荐：与本次主题无关' }, []],
    ['a sign-off taken back, by the name of its duty', entry('work.take-back-sign-off', { duty: '政治审核', opinion: '同意' }), { state: 'next', mark: 'undo', title: '撤销签核 政治审核' }, [{ label: '政治审核', before: '同意', after: null }]],
  ])('tells %s', (_name, kept, step, changes) => expect(tellEntry(kept, 'department')).toMatchObject({ step, changes }));

  it('keeps the words of entries written before, and names their places', () => {
    const changes = [{ label: 'reach', before: null, after: '补上截止日期' }];
    expect(tellEntry(entry('work.return', null, { changes }), 'creator').changes).toEqual([{ label: '传播效果', before: null, after: '补上截止日期' }]);
    expect(tellEntry(entry('inspection.done', null, { changes: [{ label: 'V5 大小', before: '100–300兆', after: null }] }), 'unit').changes).toEqual([{ label: 'V5 大小', before: null, after: '没有测得（要求 100–300兆）' }]);
    expect(tellEntry(entry('work.recommend', null, { changes: [{ label: '序号', before: null, after: '3' }] }), 'creator')).toMatchObject({ name: '推荐', changes: [{ after: '3' }] });
  });
});
