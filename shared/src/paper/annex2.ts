import type { CampaignConfig, FormWording } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import type { Instant } from '../time.js';
import { materialsParagraphs, opinionParagraphs, sayBroadcastDays, sayCreators, sayPlatforms } from './annex2-words.js';
import { paragraph, paragraphs, type Cell, type Footer, type Inline, type PageFormat, type PaperLayout, type Paragraph, type Row, type Table } from './layout.js';

/** What the official form (Annex 2) is filled with. */
export interface Annex2Data {
  config: CampaignConfig;
  madeAt: Instant;
  /** Printed after 推荐单位 and 序号; null leaves the place blank. */
  unitName: string | null;
  slotNumber: number | null;
  /** Null: the blank form. */
  work: Annex2Work | null;
}

export interface Annex2Work {
  form: WorkForm;
  /** The frozen version this paper shows; null: a draft, which says so across every page. */
  version: PrintedVersion | null;
  /** The copy to be read on a screen; null: the paper, whose places stay blank for pen and seal. */
  electronic: ElectronicCopy | null;
}

export interface ElectronicCopy {
  /** Data address of the signature drawn on the phone (F5); null: it is not there. */
  signature: string | null;
}

/** What ties a sheet of paper to one version of one work. */
export interface PrintedVersion {
  number: number;
  /** `7F3A 91C2` */
  code: string;
  /** Opens the public page that verifies this paper. */
  verifyAddress: string;
}

const PAGE: PageFormat = { widthMm: 210, heightMm: 297, topMm: 22, rightMm: 26, bottomMm: 28, leftMm: 26 };
/** The first holds seven characters, the longest label; the last a common mail address. */
const COLUMNS_MM = [34, 48, 24, 52];
/** A seal is 42 mm across and is set over its line and the date. */
const SEAL_GAP_MM = 12;
const SIGN_LEFT_MM = 60;
const PEN_GAP_MM = 10;
const QR_MM = 17;
export const DRAFT_MARK = '草稿，未提交';
export const ELECTRONIC_MARK = '电子副本';

/** The official form of the call: Annex 2 of the notice, blank, as a draft, or as a frozen version on paper or as its electronic copy. */
export function annex2(data: Annex2Data): PaperLayout {
  const { wording } = data.config;
  const isDraft = data.work !== null && data.work.version === null;
  return {
    title: [wording.title, data.work?.form.title].filter(Boolean).join('：'),
    madeAt: data.madeAt,
    page: PAGE,
    body: [
      paragraph('annex', [wording.annex]),
      paragraph('title', [wording.title], { align: 'center', afterMm: 2 }),
      headLine(wording, data),
      formTable(data),
      paragraph('note', [wording.penNote], { beforeMm: 1.5 }),
    ],
    footer: footer(data.work, isDraft),
    watermark: isDraft ? DRAFT_MARK : data.work?.electronic ? ELECTRONIC_MARK : null,
  };
}

function headLine(wording: FormWording, { unitName, slotNumber }: Annex2Data): Table {
  const unit = paragraph('body', [wording.unitLabel + (unitName ?? '')]);
  const slot = paragraph('body', [wording.slotLabel + (slotNumber ?? '')]);
  const cells = [unit, slot].map((line): Cell => ({ role: 'value', span: 1, vertical: 'top', paragraphs: [line] }));
  return { kind: 'table', columnsMm: [128, 30], isRuled: false, paddingMm: { sides: 0, ends: 1.2 }, rows: [{ minHeightMm: 8, grows: false, cells }] };
}

function formTable({ config, work }: Annex2Data): Table {
  const { rows: words } = config.wording;
  const form = work?.form ?? null;
  // A filled row is as high as its words; a blank one leaves room for a pen.
  const row = (filledMm: number, blankMm: number, ...cells: Cell[]): Row => ({ minHeightMm: form ? filledMm : blankMm, grows: false, cells });
  const growing = (made: Row): Row => ({ ...made, grows: true });
  const rows = [
    row(10, 11, label(words.title), value(form?.title, 3)),
    row(10, 11, label(words.field), value(form?.field), label(words.broadcastTime), value(form && sayBroadcastDays(form.broadcasts))),
    row(15, 24, label(words.creators, words.creatorsNote), list(form && sayCreators(form))),
    row(10, 17, label(words.platforms), list(form && sayPlatforms(form.broadcasts))),
    row(10, 11, label(words.address), value(form?.address, 3)),
    row(10, 11, label(words.phone), value(form?.phone), label(words.email), value(form?.email)),
    growing(row(30, 68, label(words.summary), essay(words.summaryHint, form?.summary))),
    growing(row(22, 31, label(words.innovations, words.innovationsNote), essay(words.innovationsHint, form?.innovations))),
    growing(row(22, 31, label(words.reach, words.reachNote), essay(words.reachHint, form?.reach))),
    growing(row(22, 48, label(words.materials), wide('middle', materialsParagraphs(config, form)))),
    row(88, 106, label(words.commitment), wide('top', commitment(config.wording, work?.electronic?.signature ?? null))),
    row(58, 80, label(words.opinion), wide('top', opinion(config.wording, form))),
  ];
  return { kind: 'table', columnsMm: COLUMNS_MM, isRuled: true, paddingMm: { sides: 2, ends: 1.8 }, rows };
}

function label(name: string, note?: string): Cell {
  const lines = [...paragraphs('body', name, { align: 'center' }), ...(note === undefined ? [] : paragraphs('note', note, { align: 'center' }))];
  return { role: 'label', span: 1, vertical: 'middle', paragraphs: lines };
}

function value(text: string | null | undefined, span = 1): Cell {
  return { role: 'value', span, vertical: 'middle', paragraphs: paragraphs('body', text ?? '') };
}

/** Entries one below the other; what runs on to a second line stands further in. */
function list(text: string | null): Cell {
  return wide('middle', paragraphs('body', text ?? '', { indent: -1 }));
}

function wide(vertical: Cell['vertical'], content: Paragraph[]): Cell {
  return { role: 'value', span: COLUMNS_MM.length - 1, vertical, paragraphs: content };
}

/** A long text under its preprinted limit. */
function essay(hint: string, text: string | undefined): Cell {
  return wide('top', [paragraph('hint', [hint]), ...paragraphs('body', text ?? '', { align: 'justify', indent: 2 })]);
}

function commitment(wording: FormWording, signature: string | null): Paragraph[] {
  const picture = signature === null ? null : { image: signature, alt: '作者手写签名', widthMm: 30, heightMm: 11 };
  return [
    ...wording.commitment.map((text) => paragraph('body', [text], { align: 'justify', indent: 2 })),
    paragraph('sign', [wording.signName], { leftMm: SIGN_LEFT_MM, beforeMm: 3, picture }),
    paragraph('sign', [wording.signSeal], { leftMm: SIGN_LEFT_MM }),
    paragraph('sign', penDate(wording), { leftMm: SIGN_LEFT_MM, afterMm: 3 }),
    paragraph('note', [wording.sealNote]),
  ];
}

function opinion(wording: FormWording, form: WorkForm | null): Paragraph[] {
  return [
    ...opinionParagraphs(wording, form),
    paragraph('sign', [wording.opinionSeal], { leftMm: SIGN_LEFT_MM, beforeMm: SEAL_GAP_MM }),
    paragraph('sign', penDate(wording), { leftMm: SIGN_LEFT_MM }),
  ];
}

/** `2025年  月  日` with room for the figures. */
function penDate({ signDate }: FormWording): Inline[] {
  return signDate.split(/( {2,})/u).map((part) => (part.trim() === '' ? { gapMm: PEN_GAP_MM } : part));
}

function footer(work: Annex2Work | null, isDraft: boolean): Footer {
  const { version } = work ?? { version: null };
  const copy = work?.electronic ? [`${ELECTRONIC_MARK}，不作报送用`] : [];
  const about = version ? [...copy, `第 ${version.number} 版　版本码 ${version.code}`, '扫右侧二维码，核对是否为最新版本'] : [];
  return { lines: isDraft ? [`${DRAFT_MARK}，不作报送用`] : about, pageLine: '第 {page} 页，共 {pages} 页', qr: version && `${version.verifyAddress}?p={page}-{pages}`, qrMm: QR_MM };
}
