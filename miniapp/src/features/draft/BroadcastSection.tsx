import { sayBroadcast } from '@kepu/shared/forms/diff';
import { broadcastCategory, type BroadcastRecord } from '@kepu/shared/forms/work-form';
import { sayDay } from '@kepu/shared/time';
import { Box, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { ChoiceField } from '../../ui/ChoiceField';
import { DayField } from '../../ui/DayField';
import { Empty } from '../../ui/Empty';
import { Note } from '../../ui/Note';
import { TextField } from '../../ui/TextField';
import { arrivedProofs } from '../computer/arrived-proofs';
import { ProofFiles } from '../upload/ProofFiles';
import { EntryCard } from './EntryCard';
import type { Problems } from './form-problems';
import { newEntryId } from './list-edit';
import type { OpenDraft } from './use-draft';
import { entryAt, useEntries } from './use-entries';
import { useProofs } from './use-proofs';

interface SectionProps {
  draft: OpenDraft;
  problems: Problems;
  at: string | undefined;
}

const EMPTY: Omit<BroadcastRecord, 'id'> = { day: '', platform: '', categoryId: '', url: '', proofIds: [] };

/** 播出记录: when and where the work was shown, with the proof of it. */
export function BroadcastSection({ draft, problems, at }: SectionProps) {
  const { campaign: { config }, state: { form } } = draft;
  const records = useEntries(draft, 'broadcasts', entryAt(form.broadcasts, at));
  return (
    <>
      <Box className="k-sub k-mb-3">{sayDay(config.workWindow.fromDay)} 至 {sayDay(config.workWindow.toDay)} 之间公开播映，并有播放证明</Box>
      {records.list.length === 0 && <Empty title="还没有播出记录" text={'网络平台填网址并上传播放页截图，\n电视台上传播出证明。'} />}
      {problems.at('broadcasts') !== null && <Box className="k-mt-3"><Note tone="look">{problems.at('broadcasts')}</Note></Box>}
      {records.list.map((record, index) => (
        <EntryCard
          key={record.id}
          number={index + 1}
          name={`第 ${index + 1} 条播出记录`}
          head={
            <>
              <Txt className="k-head">{record.platform || '还没填平台'}</Txt>
              <Box className="k-cap k-wrap">{sayBroadcast({ ...record, platform: '' }, config)}</Box>
            </>
          }
          lacks={problems.lackOf(`broadcasts.${index}`)}
          isOpen={records.openId === record.id}
          onOpen={(isOpen) => records.open(isOpen ? record.id : null)}
          onRemove={() => records.remove(index, record.platform || '播出记录')}
        >
          <RecordFields draft={draft} record={record} index={index} problems={problems} onChange={(change) => records.change(index, change)} />
        </EntryCard>
      ))}
      <Box className="k-mt-3">
        <Button kind="line" icon="plus" onTap={() => records.add({ ...EMPTY, id: newEntryId() })}>添加播出记录</Button>
      </Box>
    </>
  );
}

interface RecordFieldsProps {
  draft: OpenDraft;
  record: BroadcastRecord;
  index: number;
  problems: Problems;
  onChange: (change: Partial<BroadcastRecord>) => void;
}

function RecordFields({ draft, record, index, problems, onChange }: RecordFieldsProps) {
  const { campaign: { config }, work } = draft;
  const proofs = useProofs(draft, 'broadcasts');
  const path = (field: string) => `broadcasts.${index}.${field}`;
  const isOnline = broadcastCategory(config, record.categoryId)?.online ?? true;
  return (
    <>
      <DayField id={path('day')} label="播出时间" value={record.day} min={config.workWindow.fromDay} max={config.workWindow.toDay} problem={problems.at(path('day'))} onChange={(day) => onChange({ day })} />
      <ChoiceField
        id={path('categoryId')}
        label="平台类别"
        choices={config.broadcast.categories.map(({ id, label }) => ({ value: id, text: label }))}
        value={record.categoryId || null}
        placeholder="选择类别"
        problem={problems.at(path('categoryId'))}
        onChange={(categoryId) => onChange({ categoryId })}
      />
      <TextField id={path('platform')} label="播出平台" value={record.platform} hint="电视台写到频道和栏目" limit={config.limits.organisation} problem={problems.at(path('platform'))} onInput={(platform) => onChange({ platform })} />
      <TextField id={path('url')} label="播出网址" kind="url" isOptional={!isOnline} value={record.url} placeholder="https://" problem={problems.at(path('url'))} onInput={(url) => onChange({ url })} />
      <ProofFiles
        at={{ workId: work.id, purpose: 'broadcast-proof', place: record.id }}
        label="播放证明"
        fileIds={record.proofIds}
        files={work.files}
        arrived={arrivedProofs(work.files, draft.state.form, 'broadcast-proof')}
        config={config}
        problem={problems.at(path('proofIds'))}
        onAdded={(fileId) => proofs.add(record.id, fileId)}
        onRemoved={(fileId) => proofs.remove(record.id, fileId)}
      />
    </>
  );
}
