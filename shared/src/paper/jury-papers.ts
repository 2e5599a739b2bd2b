import type { CampaignConfig } from '../campaign/config.js';
import type { WorkForm } from '../forms/work-form.js';
import { sayDay, type Day, type Instant } from '../time.js';
import { signLine } from './annex2.js';
import { sayAuthors, sayUnits } from './annex2-words.js';
import { fillText, fillWords } from './fill-words.js';
import { paragraph, type Block, type Cell, type PageFormat, type PaperLayout } from './layout.js';
import { ACROSS, closingOf, heading, placesOf, sheet, UPRIGHT } from './unit-papers.js';
import { itemCell, ruled, workList, type ListedWork } from './work-list.js';

/** What an award's certificate says. */
export interface CertificateData {
  config: CampaignConfig;
  madeAt: Instant;
  form: WorkForm;
  /** 优秀科普微视频作品, or the grade of a call that has grades. */
  grade: string;
  number: string;
  awardedDay: Day;
}

/** The number of the certificate that is `steps` behind the first: 2025-009 is followed by 2025-010. */
export function certificateNumber(first: string, steps: number): string {
  const digits = /\d+$/u.exec(first)?.[0] ?? '';
  return first.slice(0, first.length - digits.length) + String(Number(digits) + steps).padStart(digits.length, '0');
}

const CERTIFICATE: PageFormat = { widthMm: 297, heightMm: 210, topMm: 34, rightMm: 44, bottomMm: 26, leftMm: 44 };

/** 获奖证书, A4 across. */
export function certificatePaper({ config, madeAt, form, grade, number, awardedDay }: CertificateData): PaperLayout {
  const { certificate } = config.papers;
  const places = {
    ...placesOf({ config, unitName: '', works: [] }), authors: sayAuthors(form.creators) || sayUnits(form), units: sayUnits(form), title: form.title, grade, number, day: sayDay(awardedDay),
  };
  const [first = '', ...rest] = certificate.body;
  const layout = sheet(`${certificate.title}：${form.title}`, madeAt, CERTIFICATE, [
    paragraph('display', [certificate.title], { align: 'center', afterMm: 9 }),
    paragraph('award', fillWords(first, places)),
    ...rest.map((text) => paragraph('award', fillWords(text, places), { align: 'justify', indent: 2 })),
    ...certificate.closing.map((line) => ({ ...signLine(line, places), style: 'award' as const })),
    paragraph('note', fillWords(certificate.number, places), { beforeMm: 4 }),
  ]);
  return { ...layout, frame: 'certificate' };
}

/** 评分表: for each work a sheet with the criteria and blanks for points and a judgement. */
export function scoreSheets(config: CampaignConfig, madeAt: Instant, works: readonly ListedWork[]): PaperLayout {
  const { score } = config.papers;
  const common = placesOf({ config, unitName: '', works });
  const title = fillText(score.title, common);
  const body = works.flatMap((work, index): Block[] => {
    const places = { ...common, unit: work.unitName, title: work.form.title, authors: sayAuthors(work.form.creators), number: '' };
    return [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' } as const]),
      heading(title),
      ...score.lead.map((text) => paragraph('body', fillWords(text, places), { afterMm: 1.5 })),
      ruled(SCORE_COLUMNS, scoreRows(config), 15),
      closingOf(score.closing, places, UPRIGHT),
    ];
  });
  return sheet(title, madeAt, UPRIGHT, body);
}

const SCORE_COLUMNS = [{ label: '评分项', widthMm: 28 }, { label: '要点', widthMm: 74 }, { label: '分值', widthMm: 18 }, { label: '评分', widthMm: 38 }];

function scoreRows({ papers }: CampaignConfig): Cell[][] {
  const { criteria } = papers.score;
  const total = criteria.reduce((sum, { points }) => sum + points, 0);
  const rows = criteria.map(({ label, hint, points }) => [{ ...itemCell(label, 'center'), role: 'label' as const }, itemCell(hint), itemCell(String(points), 'center'), itemCell('')]);
  return [...rows, [{ ...itemCell('合计', 'center'), role: 'label' }, itemCell(''), itemCell(String(total), 'center'), itemCell('')]];
}

/** 会议签到及评议表: the works with room for what was said, and who was there. */
export function meetingPaper(config: CampaignConfig, madeAt: Instant, works: readonly ListedWork[]): PaperLayout {
  const { meeting } = config.papers;
  const places = placesOf({ config, unitName: '', works });
  const title = fillText(meeting.title, places);
  const people = Array.from({ length: meeting.places }, (_, index) => meeting.people.map((_column, column) => itemCell(column === 0 ? String(index + 1) : '', 'center')));
  return sheet(title, madeAt, ACROSS, [
    heading(title),
    paragraph('body', fillWords(meeting.lead, places), { afterMm: 2 }),
    workList(meeting.works, works, 14),
    { kind: 'pageBreak' },
    paragraph('body', ['参会专家及工作人员签到'], { align: 'center', afterMm: 2 }),
    ruled(meeting.people, people, 10),
    closingOf(meeting.closing, places, ACROSS),
  ], config.title);
}
