import type { CampaignConfig } from '../campaign/config.js';
import type { PaperLine } from '../campaign/form-design.js';
import { sayHandOverCode } from '../handover/code.js';
import type { Instant } from '../time.js';
import { signLine } from './annex2.js';
import { fillText, fillWords, type Places } from './fill-words.js';
import { paragraph, type Block, type Footer, type PageFormat, type PaperLayout, type Paragraph } from './layout.js';
import { itemCell, ruled, workList, type ListedWork } from './work-list.js';

/** What a unit's papers are made of: its recommended works in the order of their slots. */
export interface UnitPaperData {
  config: CampaignConfig;
  madeAt: Instant;
  unitName: string;
  works: readonly ListedWork[];
  /** What envelope and disc are known by when they arrive; null: the unit has not handed over yet. */
  handOver: HandOverMark | null;
}

export interface HandOverMark {
  code: string;
  /** Behind the QR code. */
  address: string;
}

export const UPRIGHT: PageFormat = { widthMm: 210, heightMm: 297, topMm: 24, rightMm: 26, bottomMm: 22, leftMm: 26 };
export const ACROSS: PageFormat = { widthMm: 297, heightMm: 210, topMm: 20, rightMm: 20, bottomMm: 20, leftMm: 20 };
const LETTER: PageFormat = { widthMm: 210, heightMm: 297, topMm: 30, rightMm: 26, bottomMm: 24, leftMm: 28 };
const NO_FOOT: Footer = { lines: [], pageLine: '', qr: null, qrMm: 0 };
/** So many characters of a title fit into a line near the lower edge of a disc; the packing list has all of them. */
const DISC_TITLE = 22;
const DISC_SIDE_MM = 22;
/** In the corner of a parcel's label; beside the hole of a disc, inside its edge. */
const PARCEL_QR = { qrMm: 20, qrAtMm: { leftMm: 74, topMm: 44 } };
const DISC_QR = { qrMm: 17, qrAtMm: { leftMm: 84, topMm: 51.5 } };

/** What every paper may say. */
export function placesOf({ config, unitName, works }: Pick<UnitPaperData, 'config' | 'unitName' | 'works'>): Places {
  const { organiser, handOver } = config;
  return {
    campaign: config.title, year: String(config.year), theme: config.theme, documentNumber: config.documentNumber, organiser: organiser.name, office: organiser.office, phone: organiser.phone,
    unit: unitName, count: String(works.length), copies: String(works.length * handOver.formCopies), discs: String(handOver.discs),
    works: sayWorks(works), duties: config.duties.map(({ statement }) => statement).join('，'),
  };
}

function sayWorks(works: readonly ListedWork[]): string {
  const [first] = works;
  return works.length > 1 ? `《${first?.form.title ?? ''}》等${works.length}部作品` : `《${first?.form.title ?? ''}》`;
}

export function sheet(title: string, madeAt: Instant, page: PageFormat, body: Block[], foot = ''): PaperLayout {
  return { title, madeAt, page, body, footer: { ...NO_FOOT, lines: foot === '' ? [] : [foot], pageLine: foot === '' ? '' : '第 {page} 页，共 {pages} 页' }, watermark: null };
}

/** The code of the hand-over at the foot of what is sent with it. */
function marked(layout: PaperLayout, { handOver }: UnitPaperData, qrMm: number): PaperLayout {
  if (!handOver) return layout;
  const { footer } = layout;
  return { ...layout, footer: { ...footer, lines: [...footer.lines, `报送码 ${sayHandOverCode(handOver.code)}`], qr: handOver.address, qrMm } };
}

export const heading = (title: string): Paragraph => paragraph('title', [title], { align: 'center', afterMm: 3 });

/** The lines for pen and seal that end a paper: they stay on one page. */
export function closingOf(lines: readonly PaperLine[], places: Places, { widthMm, leftMm, rightMm }: PageFormat): Block {
  return area(widthMm - leftMm - rightMm, 0, 'top', lines.map((line) => signLine(line, places)));
}

/** 推荐汇总表 */
export function summaryPaper(data: UnitPaperData): PaperLayout {
  const { summary } = data.config.papers;
  const places = placesOf(data);
  const title = fillText(summary.title, places);
  return sheet(title, data.madeAt, ACROSS, [
    heading(title),
    paragraph('body', fillWords(summary.lead, places), { afterMm: 2 }),
    workList(summary.columns, data.works),
    ...summary.notes.map((note) => paragraph('note', fillWords(note, places), { beforeMm: 1.5 })),
    closingOf(summary.closing, places, ACROSS),
  ], data.unitName);
}

/** 推荐函, to be sealed. */
export function letterPaper(data: UnitPaperData): PaperLayout {
  const { letter } = data.config.papers;
  const places = placesOf(data);
  const title = fillText(letter.title, places);
  return sheet(title, data.madeAt, LETTER, [
    heading(title),
    paragraph('letter', fillWords(letter.addressee, places), { beforeMm: 2 }),
    ...letter.body.map((text) => paragraph('letter', fillWords(text, places), { align: 'justify', indent: 2 })),
    paragraph('note', [''], {}),
    workList(letter.columns, data.works),
    closingOf(letter.closing, places, LETTER),
  ]);
}

/** 装箱清单 */
export function packingPaper(data: UnitPaperData): PaperLayout {
  const { packing } = data.config.papers;
  const places = placesOf(data);
  const title = fillText(packing.title, places);
  const items = packing.items.map(({ name, count, note }, index) => [itemCell(String(index + 1), 'center'), itemCell(fillText(name, places)), itemCell(fillText(count, places), 'center'), itemCell(fillText(note, places)), itemCell('□', 'center')]);
  const columns = [{ label: '序号', widthMm: 14 }, { label: '材料', widthMm: 56 }, { label: '数量', widthMm: 18 }, { label: '说明', widthMm: 54 }, { label: '核对', widthMm: 16 }];
  return marked(sheet(title, data.madeAt, UPRIGHT, [
    heading(title),
    paragraph('body', fillWords(packing.lead, places), { afterMm: 2 }),
    ruled(columns, items, 10),
    paragraph('body', ['推荐作品'], { beforeMm: 5, afterMm: 1 }),
    workList(packing.columns, data.works),
    closingOf(packing.closing, places, UPRIGHT),
  ], data.unitName), data, 15);
}

/** The label of a unit's parcel, 100 × 70 mm; the code of the hand-over in its lower right corner. */
export function parcelLabel(data: UnitPaperData): PaperLayout {
  const { config: { papers: { parcel } }, handOver } = data;
  const places = placesOf(data);
  const page: PageFormat = { widthMm: 100, heightMm: 70, topMm: 6, rightMm: 6, bottomMm: 5, leftMm: 6 };
  const lines = [...parcel.lines.map((line) => fillWords(line, places)), ...(handOver ? [[`报送码 ${sayHandOverCode(handOver.code)}`]] : [])];
  const width = page.widthMm - page.leftMm - page.rightMm - (handOver ? PARCEL_QR.qrMm + 3 : 0);
  const layout = sheet(fillText(parcel.title, places), data.madeAt, page, [
    paragraph('labelName', fillWords(parcel.title, places), { afterMm: 2 }),
    area(width, 0, 'top', lines.map((line) => paragraph('item', line, { beforeMm: 0.5 }))),
  ]);
  return { ...layout, footer: { ...layout.footer, qr: handOver?.address ?? null, ...PARCEL_QR } };
}

/** A label of 120 × 120 mm for each disc, the hole in its middle left free. */
export function discLabels(data: UnitPaperData): PaperLayout {
  const { disc } = data.config.papers;
  const width = 120 - 2 * DISC_SIDE_MM;
  const page: PageFormat = { widthMm: 120, heightMm: 120, topMm: 11, rightMm: DISC_SIDE_MM, bottomMm: 4, leftMm: DISC_SIDE_MM };
  const body = Array.from({ length: Math.max(1, data.config.handOver.discs) }, (_, index): Block[] => {
    const places = { ...placesOf(data), disc: String(index + 1) };
    const lines = [...disc.below.map((text) => fillWords(text, places)), ...(data.handOver ? [[`报送码 ${sayHandOverCode(data.handOver.code)}`]] : []), ...data.works.map(({ slotNumber, form }) => [`${slotNumber ?? ''} ${shortTitle(form.title)}`])];
    // Above and below the hole: so many millimetres whatever stands there.
    const above = disc.above.map((text) => paragraph('labelName', fillWords(text, places), { align: 'center' }));
    const below = lines.map((inlines, line) => paragraph('labelText', inlines, { align: 'center', beforeMm: line === lines.length - data.works.length ? 1 : 0 }));
    return [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      area(width, 35, 'middle', above), area(width, 28, 'middle', []), area(width, 41, 'top', below),
    ];
  });
  const layout = sheet(`光盘标签：${data.unitName}`, data.madeAt, page, body.flat());
  return { ...layout, footer: { ...layout.footer, qr: data.handOver?.address ?? null, ...DISC_QR }, frame: 'disc' };
}

function shortTitle(title: string): string {
  const characters = Array.from(title);
  return characters.length > DISC_TITLE ? `${characters.slice(0, DISC_TITLE - 1).join('')}…` : title;
}

/** A place of its own: at least so high, and never torn over two pages. */
function area(widthMm: number, heightMm: number, vertical: 'top' | 'middle', content: Paragraph[]): Block {
  const cell = { role: 'value', span: 1, vertical, paragraphs: content } as const;
  return { kind: 'table', columnsMm: [widthMm], isRuled: false, paddingMm: { sides: 0, ends: 0 }, headRows: 0, rows: [{ minHeightMm: heightMm, grows: false, cells: [cell] }] };
}
