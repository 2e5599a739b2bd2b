import type { WorkListItem } from '@kepu/shared/contracts/work';
import { expect, it } from 'vitest';
import { searchHits } from './search-hits';

const unit = (id: string, name: string, code: string) => ({ id, name, code, type: 'league' as const, closesAt: null, recommendBy: null, listedAreas: [] });
const units = [unit('xa', '兴安盟科技局', 'XA'), unit('xl', '锡林郭勒盟科技局', 'XL')];
const work: WorkListItem = {
  id: 'w1', title: '', status: 'submitted', inEffect: false, receipt: 'KP25-XA-0037', unitId: 'xa', firstAuthor: null, organisation: null, fromListedArea: false,
  durationMs: null, filmState: 'none', failing: 0, looking: 0, versionNumber: null, submittedAt: null, updatedAt: 0, resubmitBy: null, toMend: 0, poster: null,
};
const hits = (typed: string, works: WorkListItem[] = []) => searchHits(typed, units, works, (id) => units.find((entry) => entry.id === id)?.name ?? '').map(({ to, title }) => `${title} ${to}`);

it('offers the pages while nothing is typed', () => expect(hits('  ')).toHaveLength(5));

it('puts works before units before pages', () => {
  expect(hits('科技局', [work])).toEqual(['未命名作品 /works/w1', '兴安盟科技局 /units?unit=xa', '锡林郭勒盟科技局 /units?unit=xl']);
  expect(hits('日志')).toEqual(['操作日志 /audit']);
});

it('finds a unit by its code in either case', () => expect(hits('xl')).toEqual(['锡林郭勒盟科技局 /units?unit=xl']));
