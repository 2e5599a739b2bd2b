import type { QuotedMaterial, WorkForm } from '@kepu/shared/forms/work-form';
import type { RuleId } from '@kepu/shared/rules/rule-ids';

/** A form beside a film that keeps every rule, and what the machine has to say about the two together. */
export interface DeclaredWork {
  name: string;
  form: Partial<WorkForm>;
  /** What the film's file says of itself, as options of ffmpeg when it is copied. */
  mark?: readonly string[];
  breaks?: RuleId[];
  looks?: RuleId[];
}

/** Length of the film, in milliseconds: a tenth of it is 13 seconds. */
export const FILM_MS = 130_000;

const FIELD = '{"Label":"1","ContentProducer":"某平台","ProduceID":"p-1"}';
const inKey = ['-movflags', '+use_metadata_tags', '-metadata', `AIGC=${FIELD}`];
const inComment = ['-metadata', `comment=AIGC:${FIELD}`];

const quote: QuotedMaterial = { id: 'm1', kindId: 'commercial', note: '新闻', ranges: [{ fromMs: 20_000, toMs: 26_000 }], licenceWay: '授权使用', licenceTerritory: '全国', licenceTerm: '长期', proofIds: ['p2'] };
const quotes = (...changes: Partial<QuotedMaterial>[]): Partial<WorkForm> => ({ allOriginal: false, materials: changes.map((change, i) => ({ ...quote, id: `m${i}`, ...change })) });
const record = { id: 'b1', day: '2024-08-16', platform: '某视频平台', categoryId: 'mainstream', url: 'https://video.example.cn/1', proofIds: ['p1'] };
const shown = (...changes: Partial<typeof record>[]): Partial<WorkForm> => ({ broadcasts: changes.map((change, i) => ({ ...record, id: `b${i}`, ...change })) });
const at = (fromMs: number, toMs: number) => ({ ranges: [{ fromMs, toMs }] });
const generated = quotes({ kindId: 'ai', ...at(20_000, 26_000) });

export const DECLARED: readonly DeclaredWork[] = [
  { name: 'everything as it should be', form: {} },
  { name: 'finished on the first day', form: { producedDay: '2024-01-01' } },
  { name: 'finished on the last day', form: { producedDay: '2024-12-31' } },
  { name: 'finished a day too early', form: { producedDay: '2023-12-31' }, breaks: ['O1'] },
  { name: 'finished a day too late', form: { producedDay: '2025-01-01' }, breaks: ['O1'] },
  { name: 'shown on the last day', form: shown({ day: '2024-12-31' }) },
  { name: 'shown a day too late', form: shown({ day: '2025-01-01' }), breaks: ['O2'] },
  { name: 'shown without proof', form: shown({ proofIds: [] }), breaks: ['O2'] },
  { name: 'shown online without an address', form: shown({ url: '' }), breaks: ['O2'] },
  { name: 'shown twice', form: shown({}, { day: '2024-09-01', platform: '另一平台' }) },
  { name: 'exactly a tenth quoted', form: quotes(at(20_000, 33_000)) },
  { name: 'a tenth and a second quoted', form: quotes(at(20_000, 34_000)), breaks: ['O3'] },
  { name: 'two quotes that overlap, a tenth together', form: quotes(at(20_000, 30_000), at(25_000, 33_000)) },
  { name: 'two quotes apart, together too much', form: quotes(at(20_000, 30_000), at(60_000, 68_000)), breaks: ['O3'] },
  { name: 'generated pictures count too', form: quotes({ kindId: 'ai', ...at(20_000, 40_000) }), breaks: ['O3'] },
  { name: 'a quote without its licence', form: quotes({ proofIds: [] }), breaks: ['O4'] },
  { name: 'a quote without its place', form: quotes({ ranges: [] }), breaks: ['O4'] },
  { name: 'a quote beyond the end', form: quotes(at(128_000, 132_000)), breaks: ['O4'] },
  // The form asks for these itself and cannot be handed in without them.
  { name: 'a quote whose licence is still being written', form: quotes({ licenceWay: '', licenceTerritory: '', licenceTerm: '' }) },
  { name: 'a mark in a key of its own, not declared', form: {}, mark: inKey, looks: ['O6'] },
  { name: 'a mark in the comment, not declared', form: {}, mark: inComment, looks: ['O6'] },
  { name: 'a mark that is declared', form: generated, mark: inKey, looks: ['O6'] },
  { name: 'declared, no mark', form: generated },
  { name: 'a comment about something else', form: {}, mark: ['-metadata', 'comment=剪辑于乌兰浩特'] },
];
