import { TEXT_LOOKS, type Block, type Cell, type Face, type Inline, type PaperLayout, type Paragraph, type Picture, type Table, type TextStyle } from './layout.js';

const FONTS: Record<Face, string> = {
  song: '"FangSong","仿宋","Noto Serif SC","Songti SC",serif',
  songBold: '"方正小标宋简体","Noto Serif SC","Songti SC",serif',
  hei: '"SimHei","黑体","Noto Sans SC","PingFang SC",sans-serif',
};
const FOOT_MM = 20;

/**
 * A layout as a page of HTML, with the code of its foot as a data address: for the screen, and to be printed on the same sheets as the PDF. It needs nothing from
 * anywhere else, so it may be served with everything forbidden but its own style.
 */
export function paperHtml(layout: PaperLayout, qrImage: string | null): string {
  const { title, body, watermark } = layout;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(title)}</title><style>${css(layout)}</style></head><body>`,
    watermark === null ? '' : `<div class="mark" aria-hidden="true">${escape(watermark)}</div>`,
    // The empty foot of the outer table keeps the room of the page's foot free on every printed page.
    `<table class="sheet" role="presentation"><tbody><tr><td><main>${body.map(blockHtml).join('')}</main></td></tr></tbody><tfoot><tr><td><div class="room"></div></td></tr></tfoot></table>`,
    footHtml(layout, qrImage),
    '</body></html>',
  ].join('');
}

function css({ page, watermark }: PaperLayout): string {
  const looks = (Object.keys(TEXT_LOOKS) as TextStyle[]).map((style) => {
    const { face, sizePt, leadingPt, isGrey } = TEXT_LOOKS[style];
    return `.${style}{font:${face === 'songBold' ? 700 : 400} ${sizePt}pt/${leadingPt}pt ${FONTS[face]}${isGrey ? ';color:#5f6368' : ''}}`;
  });
  const widthMm = page.widthMm - page.leftMm - page.rightMm;
  return [
    `@page{size:${page.widthMm}mm ${page.heightMm}mm;margin:${page.topMm}mm ${page.rightMm}mm ${Math.max(4, page.bottomMm - FOOT_MM)}mm ${page.leftMm}mm}`,
    '*{box-sizing:border-box}body{margin:0;color:#000;background:#fff}p,h1{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;table-layout:fixed}td,th{padding:0;font-weight:400;text-align:left}',
    `.sheet{width:${widthMm}mm}.room{height:${FOOT_MM}mm}.paper td,.paper th{break-inside:avoid}.ruled td,.ruled th{border:.6pt solid #000}.paper tr{break-inside:avoid}`,
    '.fill{border-bottom:.5pt solid #000}.gap,.blank{display:inline-block}.break{break-before:page}thead{display:table-header-group}',
    `.foot{display:flex;align-items:center;justify-content:space-between;width:${widthMm}mm;min-height:17mm}`,
    `.mark{position:fixed;inset:0;display:grid;place-items:center;z-index:-1;font:60pt ${FONTS.hei};color:#dedede;transform:rotate(-50deg);white-space:nowrap}`,
    `@media screen{body{background:${watermark === null ? '#fff' : 'transparent'};width:${page.widthMm}mm;margin:0 auto;padding:${page.topMm}mm ${page.rightMm}mm 8mm ${page.leftMm}mm}.room{display:none}.foot{margin-top:6mm}}`,
    '@media print{.foot{position:fixed;bottom:0}}',
    ...looks,
  ].join('');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block);
    case 'pageBreak':
      return '<div class="break"></div>';
    case 'table':
      return tableHtml(block);
  }
}

function paragraphHtml({ style, inlines, align, indent, leftMm, beforeMm, afterMm, picture }: Paragraph): string {
  const rules = [
    align === 'left' ? '' : `text-align:${align}`,
    indent > 0 ? `text-indent:${indent}em` : '',
    indent < 0 ? `padding-left:${-indent}em;text-indent:${indent}em` : '',
    leftMm > 0 ? `margin-left:${leftMm}mm` : '', beforeMm > 0 ? `margin-top:${beforeMm}mm` : '', afterMm > 0 ? `margin-bottom:${afterMm}mm` : '',
  ].filter(Boolean).join(';');
  const tag = style === 'title' ? 'h1' : 'p';
  return `<${tag} class="${style}"${rules === '' ? '' : ` style="${rules}"`}>${inlines.map(inlineHtml).join('') || '&#8203;'}${picture ? pictureHtml(picture) : ''}</${tag}>`;
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escape(inline);
  if ('gapMm' in inline) return `<span class="gap" style="width:${inline.gapMm}mm"></span>`;
  return inline.fill === '' ? `<span class="blank fill" style="width:${inline.blankMm}mm"></span>` : `<span class="fill">${escape(inline.fill)}</span>`;
}

/** Only what the layout itself carries. */
function pictureHtml({ image, alt, widthMm, heightMm }: Picture): string {
  if (!/^data:image\/(?:png|jpeg);base64,[\w+/=]+$/u.test(image)) throw new Error('a picture must be a data address of a PNG or JPEG');
  return `<img src="${image}" alt="${escape(alt)}" style="max-width:${widthMm}mm;max-height:${heightMm}mm;vertical-align:middle">`;
}

function tableHtml({ columnsMm, isRuled, paddingMm, headRows, rows }: Table): string {
  const columns = columnsMm.map((mm) => `<col style="width:${mm}mm">`).join('');
  const made = rows.map(({ minHeightMm, cells }) => `<tr style="height:${minHeightMm}mm">${cells.map((cell) => cellHtml(cell, paddingMm)).join('')}</tr>`);
  const width = columnsMm.reduce((sum, mm) => sum + mm, 0);
  const head = headRows === 0 ? '' : `<thead>${made.slice(0, headRows).join('')}</thead>`;
  return `<table class="paper${isRuled ? ' ruled' : ''}" style="width:calc(${width}mm - ${isRuled ? 1 : 0}px)"><colgroup>${columns}</colgroup>${head}<tbody>${made.slice(headRows).join('')}</tbody></table>`;
}

function cellHtml({ role, span, vertical, paragraphs }: Cell, { sides, ends }: Table['paddingMm']): string {
  const [tag, scope] = role === 'value' ? ['td', ''] : ['th', ` scope="${role === 'label' ? 'row' : 'col'}"`];
  return `<${tag}${scope}${span > 1 ? ` colspan="${span}"` : ''} style="padding:${ends}mm ${sides}mm;vertical-align:${vertical}">${paragraphs.map(paragraphHtml).join('')}</${tag}>`;
}

function footHtml({ footer }: PaperLayout, qrImage: string | null): string {
  if (footer.lines.length === 0 && qrImage === null) return '';
  const code = qrImage === null ? '' : `<img src="${escape(qrImage)}" alt="版本二维码" style="width:${footer.qrMm}mm;height:${footer.qrMm}mm">`;
  return `<footer class="foot footer"><div>${footer.lines.map((line) => `<p>${escape(line)}</p>`).join('')}</div>${code}</footer>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? '');
}
