import { describe, expect, it } from 'vitest';
import { preset2025 } from '../campaign/preset-2025.js';
import { readyForm } from '../testing/examples.js';
import { changesSince, handOverChecklist, type ChecklistFacts, type PackedWork } from './checklist.js';
import { handOverAddress, readHandOverCode, sayHandOverCode } from './code.js';
import { DISC_OVERHEAD, MEDIA, splitOntoDiscs } from './discs.js';
import { extensionOf, FolderNames, safeName } from './file-names.js';

describe('names of files', () => {
  it.each([
    ['keeps a Chinese title as it is', '风从草原来——一度绿电的旅程', '.mp4', '风从草原来——一度绿电的旅程.mp4'],
    ['writes what Windows forbids in full width', 'AI:能"看懂"云吗?<上>|*', '', 'AI：能＂看懂＂云吗？＜上＞｜＊'],
    ['lets no name leave its folder', '../../etc/passwd', '', '..／..／etc／passwd'],
    ['lets no name end with a dot or a space', '完结. . ', '.pdf', '完结.pdf'],
    ['steps aside of a device name', 'con', '.txt', '_con.txt'],
    ['steps aside of a device name with an extension of its own', 'NUL.tar', '.gz', '_NUL.tar.gz'],
    ['drops what nobody sees', '片\u202e名\u200b\u0007', '', '片名'],
    ['names what has no name', ' . ', '', '未命名'],
    ['keeps rare characters whole', '𬭊'.repeat(40), '.mp4', `${'𬭊'.repeat(30)}.mp4`],
  ])('%s', (_case, title, extension, name) => expect(safeName(title, extension)).toBe(name));

  it('numbers a name that is there already, whatever its case, and keeps it short enough', () => {
    const names = new FolderNames();
    const long = '长'.repeat(80);
    expect([names.take('证明', '.PNG'), names.take('证明', '.png'), names.take(long, '.pdf'), names.take(long, '.pdf')]).toEqual(['证明.PNG', '证明 (2).png', `${'长'.repeat(60)}.pdf`, `${'长'.repeat(56)} (2).pdf`]);
  });

  it('reads an extension only where there is one', () => expect(['成片.MP4', '无', 'a.b.PdF', '第1.期 终'].map(extensionOf)).toEqual(['.mp4', '', '.pdf', '']));
});

describe('splitting onto discs', () => {
  const works = (...sizes: number[]) => sizes.map((bytes, index) => ({ workId: `w${index + 1}`, files: [bytes] }));
  const film = 300_000_000;

  it.each([
    ['five long films fit one DVD', works(film, film, film, film, film), 'dvd', [['w1', 'w2', 'w3', 'w4', 'w5']], []],
    ['a CD takes two of them', works(film, film, film, film, film), 'cd', [['w1', 'w2'], ['w3', 'w4'], ['w5']], []],
    ['no work is torn apart and none changes its place', works(500_000_000, 300_000_000, 200_000_000), 'cd', [['w1'], ['w2', 'w3']], []],
    ['a work that no disc holds is named', works(film, 800_000_000, film), 'cd', [['w1', 'w3']], ['w2']],
    ['a file longer than a disc can name is named', works(4_400_000_000), 'dvd', [[]], ['w1']],
  ] as const)('%s', (_case, given, medium, discs, unfit) => expect(splitOntoDiscs(given, [1_000_000], medium)).toEqual({ discs, unfit }));

  it('counts what is on every disc', () => {
    const most = MEDIA.cd.bytes - DISC_OVERHEAD;
    expect(splitOntoDiscs(works(most), [], 'cd').unfit).toEqual([]);
    expect(splitOntoDiscs(works(most), [1], 'cd').unfit).toEqual(['w1']);
  });
});

describe('what keeps a unit from handing over', () => {
  const ready: PackedWork = { workId: 'w', slot: 1, title: '某片', form: { ...readyForm(), materials: [] }, submittedAt: 1000, filmState: 'inspected', scan: { uploadedAt: 2000 }, storedFileIds: new Set(['proof-1']) };
  const facts = (change: Partial<PackedWork>, more: Partial<ChecklistFacts> = {}): ChecklistFacts => ({ config: preset2025, works: [{ ...ready, ...change }], waiting: 0, freeSlots: 0, ...more });

  it.each<[string, ChecklistFacts, string[]]>([
    ['nothing, when all is there', facts({}), []],
    ['a missing scan is the unit’s turn', facts({ scan: null }), ['unit SCAN_MISSING !']],
    ['a scan of an older version is the unit’s turn', facts({ scan: { uploadedAt: 999 } }), ['unit SCAN_OLDER !']],
    ['a film under inspection waits for the machine', facts({ filmState: 'inspecting' }), ['machine FILM_INSPECTING !']],
    ['a film that could not be inspected is the department’s turn', facts({ filmState: 'unavailable' }), ['department FILM_UNINSPECTED !']],
    ['a proof that is not stored is the author’s turn', facts({ storedFileIds: new Set() }), ['creator BROADCAST_PROOF_MISSING !']],
    ['a call that asks for no proof asks for none here', facts({ storedFileIds: new Set() }, { config: { ...preset2025, broadcast: { ...preset2025.broadcast, proofRequired: false } } }), []],
    ['a licence that is not stored is the author’s turn', facts({ form: { broadcasts: ready.form.broadcasts, materials: [{ id: 'm', kindId: 'music', note: '', ranges: [], licenceWay: '', licenceTerritory: '', licenceTerm: '', proofIds: [] }] } }), ['creator LICENCE_PROOF_MISSING !']],
    ['works that wait and places that are free are said, and keep nobody', facts({}, { waiting: 2, freeSlots: 1 }), ['unit WORKS_WAITING', 'unit SLOTS_FREE']],
  ])('%s', (_case, given, items) => expect(handOverChecklist(given).map(({ turn, code, blocks }) => `${turn} ${code}${blocks ? ' !' : ''}`)).toEqual(items));
});

describe('what has changed since a hand-over', () => {
  const handed = { workId: 'a', title: '甲', slot: 1, version: 'v1', scan: 's1' };
  it.each([
    ['nothing', [handed], []],
    ['a work that is no longer recommended', [], ['《甲》已不再推荐']],
    ['a new work', [handed, { ...handed, workId: 'b', title: '乙' }], ['新推荐《乙》']],
    ['a new version counts before its new scan', [{ ...handed, version: 'v2', scan: 's2' }], ['《甲》改后重交']],
    ['a new scan', [{ ...handed, scan: 's2' }], ['《甲》换了盖章扫描件']],
    ['another number', [{ ...handed, slot: 3 }], ['《甲》改为 3 号']],
  ])('%s', (_case, now, lines) => expect(changesSince([handed], now)).toEqual(lines));
});

describe('the code of an envelope', () => {
  it.each([
    ['as printed', 'K7MP2-Q9XWD'],
    ['as a scanner types it', 'https://kepu.example.cn/h/K7MP2Q9XWD\n'],
    ['by hand, in small letters', ' k7mp2 q9xwd'],
    ['through a Chinese keyboard', 'Ｋ７ＭＰ２－Ｑ９ＸＷＤ'],
    ['on a sheet of a form, with its page', 'https://kepu.example.cn/v/K7MP2Q9XWD?p=2-3'],
    ['the console’s own address', 'http://localhost:3000/console/front-desk?code=K7MP2Q9XWD'],
  ])('is read %s', (_case, entered) => expect(readHandOverCode(entered)).toBe('K7MP2Q9XWD'));

  it('is none in anything else', () => expect(['', 'KP25-XA-0037-9', 'https://example.cn/'].map(readHandOverCode)).toEqual([null, null, null]));
  it('goes into its address and comes back', () => {
    expect(readHandOverCode(handOverAddress('https://kepu.example.cn', 'K7MP2Q9XWD'))).toBe('K7MP2Q9XWD');
    expect(sayHandOverCode('K7MP2Q9XWD')).toBe('K7MP2-Q9XWD');
  });
});
