import type { FormPreview } from '@kepu/shared/contracts/paper';
import { sayParagraph, TEXT_LOOKS, type Block, type Cell, type Inline, type Paragraph, type Row, type Table } from '@kepu/shared/paper/layout';
import { Box, Picture, Txt } from '../../platform/elements';
import './paper.css';

type Style = Record<string, string>;

const MM_PER_PT = 25.4 / 72;
/** How large the sheet is drawn; 1 shows its whole width on the screen. */
export const ZOOMS = [1, 1.6, 2.4] as const;

/** A length of the paper on the screen: `--mm` is set by the sheet. */
const mm = (length: number) => `calc(var(--mm) * ${Math.round(length * 1000) / 1000})`;
const pt = (length: number) => mm(length * MM_PER_PT);

/** A paper as it is printed, drawn from the same layout with the app's own elements. */
export function PaperSheet({ preview: { layout, qrImage }, zoom }: { preview: FormPreview; zoom: number }) {
  const { page, body, footer, watermark } = layout;
  return (
    <Box className={`pp-sheet pp-sheet--${zoom}`} style={{ width: mm(page.widthMm), padding: [page.topMm, page.rightMm, 8, page.leftMm].map(mm).join(' ') }}>
      {watermark !== null && <Box className="pp-mark" isOrnament><Box className="pp-mark__words" style={{ fontSize: mm(20) }}>{watermark}</Box></Box>}
      {body.map((block, index) => <BlockView key={index} block={block} />)}
      <Box className="pp-foot" style={{ ...textStyle('footer'), marginTop: mm(6), minHeight: mm(footer.qrMm) }}>
        <Box>{footer.lines.map((line) => <Box key={line}>{line}</Box>)}</Box>
        {qrImage !== null && <Box style={{ width: mm(footer.qrMm), height: mm(footer.qrMm) }}><Picture className="pp-fill" src={qrImage} label="版本二维码" /></Box>}
      </Box>
    </Box>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'pageBreak') return <Box className="pp-break" isOrnament />;
  return block.kind === 'paragraph' ? <ParagraphView of={block} /> : <TableView table={block} />;
}

function textStyle(style: Paragraph['style']): Style {
  const { face, sizePt, leadingPt } = TEXT_LOOKS[style];
  return { fontSize: pt(sizePt), lineHeight: pt(leadingPt), fontWeight: face === 'songBold' ? '700' : '400', ...(face === 'hei' ? { fontFamily: 'sans-serif' } : {}) };
}

function ParagraphView({ of: { style, inlines, align, indent, leftMm, beforeMm, afterMm, picture } }: { of: Paragraph }) {
  const { sizePt, leadingPt, isGrey } = TEXT_LOOKS[style];
  const look: Style = {
    ...textStyle(style),
    textAlign: align,
    minHeight: pt(leadingPt),
    margin: [beforeMm, 0, afterMm, leftMm].map(mm).join(' '),
    paddingLeft: pt(Math.max(0, -indent) * sizePt),
    textIndent: pt(indent * sizePt),
  };
  return (
    <Box className={isGrey ? 'pp-line pp-line--grey' : 'pp-line'} style={look} role={style === 'title' ? 'heading' : undefined}>
      {inlines.map((inline, index) => <InlineView key={index} inline={inline} />)}
      {picture && <Box className="pp-sign" style={{ width: mm(picture.widthMm), height: mm(picture.heightMm) }}><Picture className="pp-fill" src={picture.image} label={picture.alt} /></Box>}
    </Box>
  );
}

function InlineView({ inline }: { inline: Inline }) {
  if (typeof inline === 'string') return <Txt>{inline}</Txt>;
  if ('gapMm' in inline) return <Txt className="pp-gap" style={{ width: mm(inline.gapMm) }} />;
  return inline.fill === '' ? <Txt className="pp-gap pp-under" style={{ width: mm(inline.blankMm) }} /> : <Txt className="pp-under">{inline.fill}</Txt>;
}

function TableView({ table }: { table: Table }) {
  return <Box className={table.isRuled ? 'pp-table pp-table--ruled' : 'pp-table'}>{table.rows.map((row, index) => <RowView key={index} row={row} table={table} />)}</Box>;
}

function RowView({ row, table }: { row: Row; table: Table }) {
  const [head] = row.cells;
  const name = head?.role === 'label' ? head.paragraphs.map(sayParagraph).join('') : undefined;
  let passed = 0;
  return (
    <Box className="pp-row" role={name === undefined ? undefined : 'group'} label={name} style={{ minHeight: mm(row.minHeightMm) }}>
      {row.cells.map((cell, index) => {
        const width = table.columnsMm.slice(passed, (passed += cell.span)).reduce((sum, column) => sum + column, 0);
        return <CellView key={index} cell={cell} table={table} widthMm={width} />;
      })}
    </Box>
  );
}

function CellView({ cell, table: { paddingMm }, widthMm }: { cell: Cell; table: Table; widthMm: number }) {
  return (
    <Box
      className={`pp-cell pp-cell--${cell.vertical}`}
      style={{
        width: mm(widthMm),
        // The line around the cell is drawn inside it and would take the last character's place.
        padding: `${mm(paddingMm.ends)} calc(${mm(paddingMm.sides)} - 1px)`,
      }}
    >
      {cell.paragraphs.map((paragraph, index) => <ParagraphView key={index} of={paragraph} />)}
    </Box>
  );
}
