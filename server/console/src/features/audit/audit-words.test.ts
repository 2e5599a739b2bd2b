import { readdirSync, readFileSync } from 'node:fs';
import { preset2025 } from '@kepu/shared/campaign/preset-2025';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, actionName, actorWords, pathWords, shownChanges } from './audit-words';

describe('the log in words', () => {
  it.each([
    ['a recommender in the name of the unit', { actorName: '刘某某', role: 'recommender', unitName: '兴安盟科技局' }, '刘某某（兴安盟科技局）'],
    ['a creator by their role, also where a unit is concerned', { actorName: '张某某', role: 'creator', unitName: '兴安盟科技局' }, '张某某（作者）'],
    ['staff by their role', { actorName: '张某某', role: 'staff', unitName: '兴安盟科技局' }, '张某某（科技厅工作人员）'],
    ['the machine by itself', { actorName: '系统', role: 'system', unitName: null }, '系统'],
  ])('names %s', (_name, entry, words) => expect(actorWords(entry)).toBe(words));

  it.each([
    ['a text', { path: 'reach' }, '传播效果'],
    ['one of several', { path: 'materials.1' }, '引用素材第 2 条'],
    ['a second of the film', { path: 'film', atMs: 64_000 }, '成片 1:04'],
    ['a field without a name of its own by its section', { path: 'producedDay' }, '作品信息'],
  ])('says where to mend %s', (_name, reason, words) => expect(pathWords(reason)).toBe(words));

  it('shows duties and fields by name in the changes', () => {
    const label = (action: string, text: string) => shownChanges({ action, changes: [{ label: text, before: null, after: '甲' }] }, preset2025)[0]?.label;
    expect(label('work.take-back-sign-off', 'integrity')).toBe('科研诚信和科技伦理');
    expect(label('work.return', 'film')).toBe('成片');
    expect(label('unit.edit', '推荐截止')).toBe('推荐截止');
  });

  it('shows what was measured beside what is required, not as a change from one to the other', () => {
    const entry = { action: 'inspection.done', changes: [{ label: 'V5 大小', before: '100–300兆', after: '1.4 兆' }] };
    expect(shownChanges(entry, preset2025)).toEqual([{ label: 'V5 大小', before: null, after: '1.4 兆（要求 100–300兆）' }]);
  });

  it('has a word for every action the server writes', () => {
    const server = new URL('../../../../src/', import.meta.url);
    const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const written = files.flatMap((name) => [...readFileSync(new URL(name, server), 'utf8').matchAll(/(?:action: |record\(actor, work, )'([a-z]+\.[a-z-]+)'/gu)].map((match) => match[1] ?? ''));
    expect(written.length).toBeGreaterThan(15);
    expect(written.filter((action) => !Object.hasOwn(ACTION_NAMES, action))).toEqual([]);
  });

  it('keeps an action it has no word for readable', () => expect(actionName('work.something-new')).toBe('work.something-new'));
});
