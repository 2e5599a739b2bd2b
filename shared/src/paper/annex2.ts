import type { FormCell, FormLine, FormRow, PaperLine } from '../campaign/form-design.js';
import type { Annex2Data, Annex2Work } from './annex2-data.js';
import { limitOf, materialsParagraphs, opinionParagraphs, valueOf } from './annex2-words.js';
import { fillText, fillWords, type Places } from './fill-words.js';
import { paragraph, paragraphs, type Cell, type Footer, type PageFormat, type PaperLayout, type Paragraph, type Row, type Table } from './layout.js';

const PAGE: PageFormat = { widthMm: 210, heightMm: 297, topMm: 22, rightMm: 26, bottomMm: 28, leftMm: 26 };
const QR_MM = 17;
const SIGNATURE = { alt: '作者手写签名', widthMm: 30, heightMm: 11 };
export const DRAFT_MARK = '草稿，未提交';
export const ELECTRONIC_MARK = '电子版';

/** The official form of the call: blank, as a draft, or as a frozen version on paper or as its electronic copy. */
export function annex2(data: Annex2Data): PaperLayout {
  const { config } = data;
  const isDraft = data.work !== null && data.work.version === null;
  return {
    title: [config.wording.title, data.work?.form.title].filter(Boolean).join('：'),
    madeAt: data.madeAt,
    page: PAGE,
    body: [
      paragraph('annex', [config.wording.annex]),
      paragraph('title', [config.wording.title], { align: 'center', afterMm: 2 }),
      headLine(data),
      formTable(data),
      ...config.form.notes.map((note) => paragraph('note', fillWords(note, placesOf(data)), { beforeMm: 1.5 })),
    ],
    footer: footer(data.work, isDraft),
    watermark: isDraft ? DRAFT_MARK : data.work?.electronic ? ELECTRONIC_MARK : null,
  };
}

function placesOf({ config, unitName, slotNumber }: Annex2Data): Places {
  return { unit: unitName ?? '', slot: String(slotNumber ?? ''), year: String(config.year) };
}

function headLine(data: Annex2Data): Table {
  const { head } = data.config.form;
  const cells = head.map(({ text }): Cell => ({ role: 'value', span: 1, vertical: 'top', paragraphs: [paragraph('body', fillWords(text, placesOf(data)))] }));
  return { kind: 'table', columnsMm: head.map(({ widthMm }) => widthMm), isRuled: false, paddingMm: { sides: 0, ends: 1.2 }, headRows: 0, rows: [{ minHeightMm: 8, grows: false, cells }] };
}

function formTable(data: Annex2Data): Table {
  const { columnsMm, rows } = data.config.form;
  return { kind: 'table', columnsMm, isRuled: true, paddingMm: { sides: 2, ends: 1.8 }, headRows: 0, rows: rows.map((row) => rowOf(row, data)) };
}

/** A filled row is as high as its words; a blank one leaves room for a pen. */
function rowOf({ filledMm, blankMm, grows, cells }: FormRow, data: Annex2Data): Row {
  return { minHeightMm: data.work ? filledMm : blankMm, grows, cells: cells.map((cell) => cellOf(cell, data)) };
}

function cellOf(cell: FormCell, data: Annex2Data): Cell {
  const form = data.work?.form ?? null;
  const value = (vertical: Cell['vertical'], content: Paragraph[]): Cell => ({ role: 'value', span: cell.span, vertical, paragraphs: content });
  switch (cell.kind) {
    case 'label': {
      const note = cell.note === null ? [] : paragraphs('note', cell.note, { align: 'center' });
      return { role: 'label', span: cell.span, vertical: 'middle', paragraphs: [...paragraphs('body', cell.text, { align: 'center' }), ...note] };
    }
    case 'value': {
      const hint = cell.hint === null ? [] : [paragraph('hint', [fillText(cell.hint, { limit: String(limitOf(cell.field, data.config) ?? '') })])];
      const text = valueOf(cell.field, data);
      // What runs on to a second line of a list stands further in than the entries.
      const look = { line: {}, list: { indent: -1 }, essay: { align: 'justify', indent: 2 } } as const;
      return value(cell.as === 'essay' ? 'top' : 'middle', [...hint, ...paragraphs('body', text, look[cell.as])]);
    }
    case 'materials':
      return value('middle', materialsParagraphs(cell.sentence, data.config, form));
    case 'words':
      return value('top', cell.lines.flatMap((line) => wordsOfLine(line, data)));
  }
}

function wordsOfLine(line: FormLine, data: Annex2Data): Paragraph[] {
  const { wording } = data.config;
  switch (line.kind) {
    case 'commitment':
      return wording.commitment.map((text) => paragraph('body', [text], { align: 'justify', indent: 2 }));
    case 'opinion':
      return opinionParagraphs(wording, data.work?.form ?? null);
    case 'line':
      return [signLine(line, placesOf(data), data.work?.electronic?.signature ?? null)];
  }
}

/** A line for pen and seal, with the signature drawn on the phone where it goes. */
export function signLine({ text, style, leftMm, beforeMm, afterMm, takesSignature }: PaperLine, places: Places, signature: string | null = null): Paragraph {
  const picture = takesSignature && signature !== null ? { ...SIGNATURE, image: signature } : null;
  return paragraph(style, fillWords(text, places), { leftMm, beforeMm, afterMm, picture });
}

function footer(work: Annex2Work | null, isDraft: boolean): Footer {
  const { version } = work ?? { version: null };
  const copy = work?.electronic ? [`${ELECTRONIC_MARK}，以手写签字、盖章的纸质件为准`] : [];
  const about = version ? [...copy, `第 ${version.number} 版　版本码 ${version.code}`, '扫右侧二维码，核对是否为最新版本'] : [];
  return { lines: isDraft ? [`${DRAFT_MARK}，不作报送用`] : about, pageLine: '第 {page} 页，共 {pages} 页', qr: version && `${version.verifyAddress}?p={page}-{pages}`, qrMm: QR_MM };
}
