import type { ReactNode } from 'react';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { UnitOption } from '@kepu/shared/contracts/campaign';
import type { FileView, WorkView } from '@kepu/shared/contracts/work';
import { sayPercent } from '@kepu/shared/errors';
import { sayBroadcast, sayMaterial } from '@kepu/shared/forms/diff';
import { textsOf } from '@kepu/shared/forms/work-form';
import { nonOriginal } from '@kepu/shared/rules/materials';
import { sayDay, sayMoment, sayTimecode } from '@kepu/shared/time';
import { Box, Picture, Tap, Txt } from '../../platform/elements';
import { useTask } from '../../state/use-task';
import type { FilmControl } from '../../ui/film-control';
import { Group } from '../../ui/Group';
import { Icon } from '../../ui/Icon';
import { KeyValues } from '../../ui/KeyValues';
import { PreviewLink } from '../draft/PreviewLink';
import '../inspection/inspection.css';
import { Failure } from '../session/Failure';
import { viewFile } from '../upload/proofs';
import { labelOf } from '../work/field-labels';

interface FormTabProps {
  work: WorkView;
  config: CampaignConfig;
  unit: UnitOption;
  control: FilmControl;
}

/** The form as it was handed in, with its proofs one tap away. */
export function FormTab({ work, config, unit, control }: FormTabProps) {
  const { form, signature } = work;
  const area = unit.listedAreas.find(({ code }) => code === form.listedAreaCode);
  return (
    <>
      <Box className="k-card">
        <KeyValues
          rows={[
            ...textsOf('about').map((name) => [labelOf(name), form[name]] as const), ['制作完成', form.producedDay === '' ? '—' : sayDay(form.producedDay)],
            ...(area && config.bonus ? [[config.bonus.label, area.name] as const] : []),
            ['主创人员', <People key="people" lines={form.creators.map((creator) => [creator.name, creator.organisation, creator.post].filter(Boolean).join(' · '))} />],
            ['制作单位', form.producingUnits.length === 0 ? '个人创作' : <People key="units" lines={form.producingUnits.map(({ name }) => name)} />],
            ...textsOf('creators').map((name) => [labelOf(name), form[name]] as const),
          ]}
        />
      </Box>
      {textsOf('texts').map((field) => (
        <Box key={field}>
          <Group title={labelOf(field)} />
          <Box className="k-card k-pre k-wrap">{form[field]}</Box>
        </Box>
      ))}
      <Group title="播出记录" aside={`${form.broadcasts.length} 条`} />
      <Box className="k-card k-card--flush">
        {form.broadcasts.map((record) => <Entry key={record.id} text={sayBroadcast(record, config)} fileIds={record.proofIds} files={work.files} />)}
      </Box>
      <Materials work={work} config={config} control={control} />
      {signature && (
        <>
          <Group title="手写签名" aside={`${sayMoment(signature.signedAt)} 签`} />
          <Picture className="rv-sign" src={signature.image} label="第一作者的手写签名" />
        </>
      )}
      <Box className="k-row k-mt-3"><PreviewLink workId={work.id}>看推荐表原样</PreviewLink></Box>
    </>
  );
}

function People({ lines }: { lines: readonly string[] }) {
  return <>{lines.map((line, index) => <Box key={index}>{index + 1}. {line}</Box>)}</>;
}

function Materials({ work, config, control }: { work: WorkView; config: CampaignConfig; control: FilmControl }) {
  const { form, film } = work;
  const { share, limit } = nonOriginal(form.materials, film?.durationMs ?? null, config);
  return (
    <>
      <Group title="引用素材" aside={form.materials.length === 0 ? '全片原创' : share === null ? undefined : `占全片 ${sayPercent(share)}${limit === null ? '' : `，上限 ${sayPercent(limit)}`}`} />
      {form.materials.length === 0 && <Box className="k-card k-sub">作者确认：全片原创，没有引用素材。</Box>}
      {form.materials.length > 0 && (
        <Box className="k-card k-card--flush">
          {form.materials.map((material) => (
            <Entry key={material.id} text={sayMaterial(material, config)} fileIds={material.proofIds} files={work.files}>
              <Box className="in-jump">
                {material.ranges.map(({ fromMs }) => (
                  <Tap key={fromMs} className="in-jump__one k-num" label={`看 ${sayTimecode(fromMs)} 处的引用`} onTap={() => control.seekTo(fromMs)}>
                    <Icon name="play" isSmall />{sayTimecode(fromMs)}
                  </Tap>
                ))}
              </Box>
            </Entry>
          ))}
        </Box>
      )}
    </>
  );
}

interface EntryProps {
  text: string;
  fileIds: readonly string[];
  files: Readonly<Record<string, FileView>>;
  children?: ReactNode;
}

function Entry({ text, fileIds, files, children }: EntryProps) {
  const task = useTask();
  return (
    <Box className="df">
      <Box className="k-wrap">{text}</Box>
      {children}
      {fileIds.map((id) => {
        const file = files[id];
        return file && (
          <Tap key={id} className="k-link" label={`查看${file.name}`} isBusy={task.isBusy} onTap={() => void task.run(() => viewFile(id, file.mime))}>
            <Icon name="doc" isSmall /><Txt>{file.name}</Txt>
          </Tap>
        );
      })}
      <Failure of={task.failure} />
    </Box>
  );
}
