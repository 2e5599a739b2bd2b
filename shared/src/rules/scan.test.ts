import { describe, expect, it } from 'vitest';
import type { Paper } from '../contracts/scan.js';
import { bundleReasons, byPaper, pageReasons, readPaperCode, sameVersionCode, scanReasons, type PageFacts } from './scan.js';

const paper = (page: number | null, pages: number | null = 2): Paper => ({ kind: 'current', page, pages });
const sheet = (change: Partial<PageFacts> = {}): PageFacts => ({ state: 'done', paper: paper(1), marks: [], isConfirmed: false, ...change });
const older: Paper = { kind: 'older', page: 1, pages: 2, version: 1, changes: [] };
const codes = (...pages: PageFacts[]) => scanReasons(pages, 2).map(({ code }) => code);

describe('a scan may be made of photographed sheets', () => {
  it.each<[string, PageFacts[], string[]]>([
    ['of both pages in any order', [sheet({ paper: paper(2) }), sheet()], []],
    ['printed before pages were numbered in the code', [sheet({ paper: paper(null, null) })], []],
    ['whose code nobody could read, once somebody has looked', [sheet(), sheet({ paper: { kind: 'unread' }, isConfirmed: true })], []],
    ['that is blurred, once somebody vouches for its words', [sheet(), sheet({ paper: paper(2), marks: ['blurred'], isConfirmed: true })], []],
    ['but not of none', [], ['SCAN_EMPTY']],
    ['but not while one is being read', [sheet({ state: 'working' }), sheet({ state: 'failed' })], ['SCAN_UNDER_WAY']],
    ['but not of one that failed', [sheet({ paper: paper(1, 1) }), sheet({ state: 'failed', paper: { kind: 'unread' } })], ['SCAN_PAGE_FAILED']],
    ['but not of another work, whoever vouches for it', [sheet({ paper: { kind: 'other-work', title: null }, isConfirmed: true })], ['SCAN_PAGE_OTHER_WORK']],
    ['but not of an older version, whoever vouches for it', [sheet({ paper: older, isConfirmed: true })], ['SCAN_PAGE_OLDER']],
    ['but not unread', [sheet({ paper: { kind: 'unread' } })], ['SCAN_PAGE_UNREAD']],
    ['but not with a page missing', [sheet({ paper: paper(1, 3) }), sheet({ paper: paper(3, 3) })], ['SCAN_PAGE_MISSING']],
    ['but not with a page twice and the other missing', [sheet(), sheet()], ['SCAN_PAGE_TWICE', 'SCAN_PAGE_MISSING']],
    ['but not blurred and dark', [sheet({ paper: paper(1, 1), marks: ['blurred', 'dark', 'cut'] })], ['SCAN_PAGE_POOR', 'SCAN_PAGE_POOR']],
  ])('%s', (_name, pages, expected) => expect(codes(...pages)).toEqual(expected));

  it('names the sheet by its place on the desk and the versions by number', () => {
    expect(pageReasons(sheet({ paper: older }), 3, 2)).toEqual([{ code: 'SCAN_PAGE_OLDER', place: 3, version: 1, current: 2 }]);
  });

  it('puts them in the order of the paper, and leaves the order alone where one does not say', () => {
    const [one, two, unread] = [sheet(), sheet({ paper: paper(2) }), sheet({ paper: { kind: 'unread' } })];
    expect(byPaper([two, one])).toEqual([one, two]);
    expect(byPaper([two, unread, one])).toEqual([two, unread, one]);
  });
});

describe('a PDF may become the scan', () => {
  const pdf = { kind: 'pdf' as const, state: 'done' as const, readsCodes: true, isConfirmed: false };
  it.each<[string, Paper[], boolean, string[]]>([
    ['when every page carries this version’s code', [paper(1), paper(2)], false, []],
    ['when somebody has compared a page that carries none', [paper(1), { kind: 'unread' }], true, []],
    ['not with an unread page', [paper(1), { kind: 'unread' }], false, ['SCAN_PAGE_UNREAD']],
    ['not unseen where this machine cannot read codes', [], false, ['SCAN_PAGE_UNREAD']],
    ['not with an older page', [older, paper(2)], true, ['SCAN_PAGE_OLDER']],
  ])('%s', (_name, papers, isConfirmed, expected) => expect(bundleReasons({ ...pdf, papers, isConfirmed }, 2).map(({ code }) => code)).toEqual(expected));

  it('not before it is ready', () => expect(bundleReasons({ ...pdf, state: 'working', papers: [] }, 2)).toEqual([{ code: 'SCAN_NOT_MADE' }]));
});

it.each([
  ['https://kepu.example.gov.cn/v/8KX2MPQ7ZT?p=2-3', { code: '8KX2MPQ7ZT', page: 2, pages: 3 }],
  ['http://10.0.0.8:3000/v/8kx2mpq7zt', { code: '8KX2MPQ7ZT', page: null, pages: null }],
  ['https://example.com/shop/v1', null],
  ['WIFI:S:office;;', null],
])('the code %s is %o', (text, expected) => expect(readPaperCode(text)).toEqual(expected));

it.each([['7f3a-91c2', true], [' 7F3A 91C2', true], ['7F3A91C', false], ['7F3A 91C3', false], ['', false]])('the version code typed as "%s"', (typed, isSame) => {
  expect(sameVersionCode(typed, '7F3A 91C2')).toBe(isSame);
});
