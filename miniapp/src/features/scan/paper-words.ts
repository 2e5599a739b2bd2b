import type { Confirmation, Paper, ScanPageView } from '@kepu/shared/contracts/scan';
import type { MarkKind } from '../../ui/Verdict';

export interface PaperWords {
  mark: MarkKind;
  text: string;
}

const pageOf = ({ page, pages }: { page: number | null; pages: number | null }) => (page === null ? '' : ` · 第 ${page} 页${pages === null ? '' : `，共 ${pages} 页`}`);

/** Which paper a sheet is, in one line. */
export function sayPaper(paper: Paper, version: number, confirmed: Confirmation | null): PaperWords {
  switch (paper.kind) {
    case 'current':
      return { mark: 'pass', text: `本作品第 ${version} 版${pageOf(paper)}` };
    case 'older':
      return { mark: 'fail', text: `这是第 ${paper.version} 版的纸，现在是第 ${version} 版${pageOf(paper)}` };
    case 'other-work':
      return { mark: 'fail', text: paper.title === null ? '这是另一部作品的纸' : `这是《${paper.title}》的纸` };
    case 'foreign':
    case 'unread': {
      if (confirmed) return { mark: 'pass', text: `${confirmed.how === 'code' ? '版本码已核对' : '已看过确认'}（${confirmed.byName}）` };
      return { mark: 'look', text: paper.kind === 'foreign' ? '二维码不是本平台推荐表上的' : '没有读到二维码，请核对' };
    }
  }
}

/** What a photograph could be better in. */
export function sayMarks({ marks, confirmed }: Pick<ScanPageView, 'marks' | 'confirmed'>): string[] {
  const words: Record<ScanPageView['marks'][number], string> = {
    blurred: confirmed ? '照片偏糊，已看过确认' : '照片糊了，字看不清。请拿稳、对好焦重拍',
    dark: confirmed ? '照片偏暗，已看过确认' : '照片太暗。请到亮处重拍',
    cut: '有一边没拍全，缺字的话请重拍',
    guess: '没找到纸边，请把四个角拖到纸角上',
  };
  return marks.map((mark) => words[mark]);
}

/** The list with one entry a place further up (-1) or down (1). */
export function moved<T>(entries: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...entries];
  const [entry] = next.splice(index, 1);
  if (entry !== undefined) next.splice(index + by, 0, entry);
  return next;
}
