import { placesIn } from '../paper/fill-words.js';
import type { ConfigProblem } from './config-problem.js';
import type { CampaignConfig } from './config.js';
import { FORM_VALUES, type FormCell } from './form-design.js';

/** Between the margins of an upright A4 sheet. */
const WIDTH_MM = 158;
const COMMON = ['year', 'unit', 'slot'];
const PAPER_PLACES = [
  'campaign', 'year', 'theme', 'documentNumber', 'organiser', 'office', 'phone', 'unit', 'count', 'copies', 'discs', 'works', 'duties', 'disc', 'authors', 'units', 'title', 'grade', 'number', 'day',
];

/** What keeps the form's design from being printed as it is meant. */
export function formProblems({ form, papers }: CampaignConfig): ConfigProblem[] {
  const total = sum(form.columnsMm);
  const problems: ConfigProblem[] = [];
  const need = (ok: boolean, path: string, message: string) => {
    if (!ok) problems.push({ path, message });
  };
  need(form.rows.length > 0, 'form', '推荐表没有任何一行。');
  need(form.columnsMm.every((mm) => mm >= 8) && Math.abs(total - WIDTH_MM) < 0.5, 'form', `推荐表各列宽度之和应为 ${WIDTH_MM} 毫米，现为 ${total} 毫米。`);
  need(sum(form.head.map(({ widthMm }) => widthMm)) <= WIDTH_MM, 'form', '推荐表表头一行超出了页面宽度。');
  form.rows.forEach(({ cells, filledMm, blankMm }, row) => {
    need(sum(cells.map(({ span }) => span)) === form.columnsMm.length, 'form', `推荐表第 ${row + 1} 行的格子没有占满 ${form.columnsMm.length} 列。`);
    need(filledMm > 0 && blankMm > 0 && filledMm <= 240 && blankMm <= 240, 'form', `推荐表第 ${row + 1} 行的高度应在 0 到 240 毫米之间。`);
    cells.forEach((cell, index) => problems.push(...cellProblems(cell, `form.rows.${row}.cells.${index}`)));
  });
  return [...problems, ...textsIn(papers, 'papers').flatMap(({ text, path }) => placeProblems(text, PAPER_PLACES, path))];
}

function cellProblems(cell: FormCell, path: string): ConfigProblem[] {
  switch (cell.kind) {
    case 'label':
      return cell.text.trim() === '' ? [{ path: `${path}.text`, message: '推荐表的栏目名不能为空。' }] : [];
    case 'value':
      return [
        ...(FORM_VALUES.includes(cell.field) ? [] : [{ path: 'form', message: `推荐表没有“${cell.field}”这一项内容。` }]),
        ...placeProblems(cell.hint ?? '', ['limit'], `${path}.hint`),
      ];
    case 'materials':
      return placeProblems(cell.sentence, ['kind', 'position', 'licence'], `${path}.sentence`);
    case 'words':
      return cell.lines.flatMap((line, index) => (line.kind === 'line' ? placeProblems(line.text, COMMON, `${path}.lines.${index}.text`) : []));
  }
}

/** A place that nothing is filled into would stand on the paper as a hole. */
function placeProblems(text: string, known: readonly string[], path: string): ConfigProblem[] {
  return placesIn(text).filter((place) => !known.includes(place)).map((place) => ({ path, message: `“{${place}}”不是可以填入的内容，可用：${known.map((one) => `{${one}}`).join('')}。` }));
}

function textsIn(value: unknown, path: string): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
