import type { UnitOption } from '@kepu/shared/contracts/campaign';
import type { WorkListItem } from '@kepu/shared/contracts/work';
import { STATUS_NAMES } from '@kepu/shared/domain/work-status';
import type { IconName } from '../../ui/Icon';

/** One place the search can go to. */
export interface Hit {
  to: string;
  icon: IconName;
  title: string;
  note: string;
}

const PAGES: Hit[] = [
  { to: '/', icon: 'bars', title: '概览', note: '页面' },
  { to: '/works', icon: 'film', title: '作品', note: '页面' },
  { to: '/units', icon: 'building', title: '推荐单位与名额', note: '页面' },
  { to: '/campaign', icon: 'settings', title: '征集设置', note: '页面' },
  { to: '/audit', icon: 'log', title: '操作日志', note: '页面' },
];

const MOST_UNITS = 5;

/** Pages, units and works that fit what was typed; works come from the server, already searched. */
export function searchHits(typed: string, units: readonly UnitOption[], works: readonly WorkListItem[], unitName: (id: string | null) => string): Hit[] {
  const wanted = typed.trim().toLowerCase();
  const fits = (text: string) => text.toLowerCase().includes(wanted);
  if (wanted === '') return PAGES;
  const ofWorks = works.map((work): Hit => ({
    to: `/works/${work.id}`,
    icon: 'film',
    title: work.title || '未命名作品',
    note: [work.receipt, unitName(work.unitId), STATUS_NAMES[work.status]].filter(Boolean).join(' · '),
  }));
  const ofUnits = units.filter((unit) => fits(unit.name) || unit.code.toLowerCase() === wanted).slice(0, MOST_UNITS);
  return [
    ...ofWorks,
    ...ofUnits.map((unit): Hit => ({ to: `/units?unit=${unit.id}`, icon: 'building', title: unit.name, note: '推荐单位' })),
    ...PAGES.filter((page) => fits(page.title)),
  ];
}
