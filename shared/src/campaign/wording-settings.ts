import { CONFIG_TEXTS } from './bounds.js';
import type { CampaignConfig } from './config.js';
import type { FormCell } from './form-design.js';
import { textAt } from './lens.js';
import type { Setting } from './setting.js';

type Keys = (string | number)[];

const { long: LONG, short: SHORT } = CONFIG_TEXTS;

const words = (label: string, keys: Keys, max: number): Setting => ({ path: keys.join('.'), label, control: { kind: 'text', lens: textAt(...keys), max, isLong: max > SHORT } });
const each = (label: string, keys: Keys, texts: readonly unknown[]): Setting[] => texts.map((_text, index) => words(`${label} 第 ${index + 1} 段`, [...keys, index], LONG));

/** Every fixed word of the official form and of the papers beside it. What rows there are is the form's design. */
export function wordingSettings({ wording, form, papers }: CampaignConfig): Setting[] {
  return [
    words('推荐表附件号', ['wording', 'annex'], SHORT),
    words('推荐表标题', ['wording', 'title'], SHORT),
    ...form.rows.flatMap(({ cells }, row) => cells.flatMap((cell, index) => cellSettings(cell, `第 ${row + 1} 行${cells.length > 2 && index > 1 ? '右' : ''}`, ['form', 'rows', row, 'cells', index]))),
    ...each('推荐表 表下注', ['form', 'notes'], form.notes),
    ...each('作者承诺及授权', ['wording', 'commitment'], wording.commitment),
    words('推荐意见', ['wording', 'opinionBefore'], LONG),
    ...each('推荐意见之后', ['wording', 'opinionAfter'], wording.opinionAfter),
    words('汇总表 标题', ['papers', 'summary', 'title'], SHORT),
    words('推荐函 标题', ['papers', 'letter', 'title'], SHORT),
    words('推荐函 抬头', ['papers', 'letter', 'addressee'], SHORT),
    ...each('推荐函', ['papers', 'letter', 'body'], papers.letter.body),
    words('装箱清单 标题', ['papers', 'packing', 'title'], SHORT),
    words('邮寄标签 收件人', ['papers', 'parcel', 'title'], SHORT),
    ...each('邮寄标签', ['papers', 'parcel', 'lines'], papers.parcel.lines),
    ...each('光盘标签 上方', ['papers', 'disc', 'above'], papers.disc.above),
    ...each('光盘标签 下方', ['papers', 'disc', 'below'], papers.disc.below),
    words('证书 标题', ['papers', 'certificate', 'title'], SHORT),
    ...each('证书', ['papers', 'certificate', 'body'], papers.certificate.body),
    words('评分表 标题', ['papers', 'score', 'title'], SHORT),
    ...papers.score.criteria.flatMap((_criterion, index) => [words(`评分项 ${index + 1}`, ['papers', 'score', 'criteria', index, 'label'], SHORT), words(`评分项 ${index + 1} 要点`, ['papers', 'score', 'criteria', index, 'hint'], LONG)]),
    words('会议表 标题', ['papers', 'meeting', 'title'], SHORT),
  ];
}

function cellSettings(cell: FormCell, where: string, keys: Keys): Setting[] {
  switch (cell.kind) {
    case 'label':
      return [words(`${where} 栏目名`, [...keys, 'text'], SHORT), ...(cell.note === null ? [] : [words(`${where} 栏目下小字`, [...keys, 'note'], SHORT)])];
    case 'value':
      return cell.hint === null ? [] : [words(`${where} 格内提示`, [...keys, 'hint'], SHORT)];
    case 'materials':
      return [words(`${where} 句子`, [...keys, 'sentence'], LONG)];
    case 'words':
      return cell.lines.flatMap((line, index) => (line.kind === 'line' ? [words(`${where} 第 ${index + 1} 句`, [...keys, 'lines', index, 'text'], LONG)] : []));
  }
}
