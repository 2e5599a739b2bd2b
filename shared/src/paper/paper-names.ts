/** Papers of a recommending unit, in the order they are needed, with the formats each is given in. Some go with what is posted: once the unit has handed over they carry its code. */
export const UNIT_PAPERS = [
  { paper: 'summary', label: '推荐汇总表', formats: ['pdf', 'xlsx'], carriesCode: false },
  { paper: 'letter', label: '推荐函', formats: ['pdf', 'docx'], carriesCode: false },
  { paper: 'packing', label: '装箱清单', formats: ['pdf'], carriesCode: true },
  { paper: 'parcel', label: '邮寄标签', formats: ['pdf'], carriesCode: true },
  { paper: 'disc', label: '光盘标签', formats: ['pdf'], carriesCode: true },
] as const;

export type UnitPaperName = (typeof UNIT_PAPERS)[number]['paper'];

/** Papers of the judging, for the department. */
export const JURY_PAPERS = [
  { paper: 'score', label: '评分表' },
  { paper: 'meeting', label: '会议签到及评议表' },
] as const;

export type JuryPaperName = (typeof JURY_PAPERS)[number]['paper'];

/** Papers the department prints in bulk, for any selection of works. */
export const BULK_PAPERS = [
  { paper: 'forms', label: '推荐表' },
  { paper: 'scores', label: '评分表' },
  { paper: 'certificates', label: '获奖证书' },
] as const;

export type BulkPaperName = (typeof BULK_PAPERS)[number]['paper'];

/** How a paper is asked for: to print, to edit, to reckon with. */
export type PaperFileFormat = 'pdf' | 'docx' | 'xlsx';

export const FORMAT_NAMES: Record<PaperFileFormat, string> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' };

export function unitPaper(name: UnitPaperName): { paper: UnitPaperName; label: string; formats: readonly PaperFileFormat[] } {
  const found = UNIT_PAPERS.find(({ paper }) => paper === name);
  if (!found) throw new Error(`no paper ${name}`);
  return found;
}
