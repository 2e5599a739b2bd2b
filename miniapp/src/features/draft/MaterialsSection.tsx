import { sayPercent } from '@kepu/shared/errors';
import { materialKind, type QuotedMaterial } from '@kepu/shared/forms/work-form';
import { countedRanges, nonOriginal, overlaps, unionLength } from '@kepu/shared/rules/materials';
import { sayTimecode } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Check } from '../../ui/Check';
import { SEGMENT_COLOURS, FilmLine } from '../../ui/FilmLine';
import { Group } from '../../ui/Group';
import { Meter } from '../../ui/Meter';
import { Note } from '../../ui/Note';
import { EntryCard } from './EntryCard';
import type { Problems } from './form-problems';
import { newEntryId } from './list-edit';
import { MaterialFields } from './MaterialFields';
import type { OpenDraft } from './use-draft';
import { entryAt, useEntries } from './use-entries';

interface SectionProps {
  draft: OpenDraft;
  problems: Problems;
  at: string | undefined;
  /** Length of the film as far as it is known. */
  durationMs: number | null;
}

const EMPTY: Omit<QuotedMaterial, 'id'> = { kindId: '', note: '', ranges: [], licenceWay: '', licenceTerritory: '', licenceTerm: '', proofIds: [] };

/** 引用素材: what is not original, where in the film, under which licence; the share is shown while it is typed. */
export function MaterialsSection({ draft, problems, at, durationMs }: SectionProps) {
  const { state: { form }, edit } = draft;
  const materials = useEntries(draft, 'materials', entryAt(form.materials, at));
  const colourOf = (index: number) => SEGMENT_COLOURS[index % SEGMENT_COLOURS.length] ?? SEGMENT_COLOURS[0];
  return (
    <>
      {materials.list.length > 0 && <ShareCard draft={draft} durationMs={durationMs} colourOf={colourOf} />}
      {problems.at('materials') !== null && <Box className="k-mt-3"><Note tone="fail" isAlert>{problems.at('materials')}</Note></Box>}
      <Group title="素材清单" aside={`${materials.list.length} 条`} isFirst={materials.list.length === 0} />
      {materials.list.length === 0 && (
        <Box className="k-card" id="field-allOriginal">
          <Box className="k-sub">没有引用素材也请确认：</Box>
          <Check isOn={form.allOriginal} label="全片原创，没有引用任何素材" onChange={(isOn) => edit('allOriginal', isOn)}>全片原创，没有引用任何素材</Check>
          {problems.at('allOriginal') !== null && <Note tone="look">{problems.at('allOriginal')}</Note>}
        </Box>
      )}
      {materials.list.map((material, index) => (
        <EntryCard
          key={material.id}
          name={`第 ${index + 1} 条素材`}
          head={<MaterialHead draft={draft} material={material} colour={colourOf(index)} />}
          lacks={problems.lackOf(`materials.${index}`)}
          isOpen={materials.openId === material.id}
          onOpen={(isOpen) => materials.open(isOpen ? material.id : null)}
          onRemove={() => materials.remove(index, `第 ${index + 1} 条素材`)}
        >
          <MaterialFields draft={draft} material={material} index={index} problems={problems} onChange={(change) => materials.change(index, change)} />
        </EntryCard>
      ))}
      <Box className="k-mt-3">
        <Button kind="line" icon="plus" onTap={() => materials.add({ ...EMPTY, id: newEntryId() })}>添加素材</Button>
      </Box>
      <Box className="k-cap k-mt-3">公共视频、商业网站素材、动画平台模板、人工智能生成的内容都算非原创。附件1 一（四）</Box>
    </>
  );
}

const saySeconds = (ms: number) => `${(Math.abs(ms) / 1000).toFixed(1)} 秒`;

function ShareCard({ draft, durationMs, colourOf }: { draft: OpenDraft; durationMs: number | null; colourOf: (index: number) => string }) {
  const { campaign: { config }, state: { form } } = draft;
  const total = nonOriginal(form.materials, durationMs, config);
  if (durationMs === null || total.share === null) {
    return <Box className="k-card"><Box className="k-strong">非原创合计 {saySeconds(total.usedMs)}</Box><Box className="k-sub">传完成片后计算占比，先填时间</Box></Box>;
  }
  const laps = overlaps(countedRanges(form.materials, config));
  const segments = form.materials.flatMap((material, index) => (materialKind(config, material.kindId)?.timed === false ? [] : material.ranges.map((range) => ({ ...range, colour: colourOf(index) }))));
  return (
    <Box className="k-card">
      <Box className="k-row k-row--between k-row--base">
        <Box className="k-row k-row--base">
          <Txt className="mt-n k-num">{sayPercent(total.share).slice(0, -1)}</Txt>
          <Txt className="k-head">%</Txt>
          <Txt className="k-sub k-ml-2">非原创占全片</Txt>
        </Box>
        {total.limit !== null && <Txt className="k-sub k-num">上限 {sayPercent(total.limit)}</Txt>}
      </Box>
      {total.limit !== null && total.leftMs !== null && (
        <>
          <Box className="k-mt-3 k-mb-2"><Meter value={total.share} limit={total.limit} label={`非原创占 ${sayPercent(total.share)}，上限 ${sayPercent(total.limit)}`} /></Box>
          <Box className="k-row k-row--between k-cap k-num">
            <Txt>已用 {saySeconds(total.usedMs)}</Txt>
            <Txt className={total.isOver ? 'k-counter--over' : ''}>{total.isOver ? `超出 ${saySeconds(total.leftMs)}，请删减或改短` : `还可用 ${saySeconds(total.leftMs)}`}</Txt>
          </Box>
        </>
      )}
      <Box className="k-mt-3"><FilmLine durationMs={durationMs} segments={segments} laps={laps} sayTime={sayTimecode} label={`${segments.length} 段引用在影片里的位置`} /></Box>
      {laps.map((lap) => (
        <Box key={lap.fromMs} className="k-cap k-mt-1 k-num">{sayTimecode(lap.fromMs, true)} 起有 {saySeconds(lap.toMs - lap.fromMs)}重叠，只计一次。</Box>
      ))}
    </Box>
  );
}

function MaterialHead({ draft, material, colour }: { draft: OpenDraft; material: QuotedMaterial; colour: string }) {
  const { config } = draft.campaign;
  const kind = materialKind(config, material.kindId);
  const licence = [material.licenceWay, material.licenceTerritory, material.licenceTerm].filter(Boolean).join(' · ');
  return (
    <>
      <Box className="k-row k-row--between k-row--top">
        <Txt className="k-strong">{kind?.label ?? '还没选类型'}</Txt>
        {material.ranges.length > 0 && <Txt className="k-num k-strong k-nb k-ml-2">{saySeconds(unionLength(material.ranges))}</Txt>}
      </Box>
      {material.ranges.map((range, index) => (
        <Box key={index} className="k-sub k-num k-row">
          <Box className="mt-c" style={{ background: colour }} />
          {sayTimecode(range.fromMs, true)} – {sayTimecode(range.toMs, true)}
        </Box>
      ))}
      <Box className="k-cap k-wrap">{[material.note, licence].filter(Boolean).join(' · ')}</Box>
    </>
  );
}
