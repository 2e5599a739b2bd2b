import type { Creator } from '@kepu/shared/forms/work-form';
import { textsOf } from '@kepu/shared/forms/work-form';
import { Box, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Tag } from '../../ui/Tag';
import { TextField } from '../../ui/TextField';
import { EntryCard } from './EntryCard';
import type { Problems } from './form-problems';
import { newEntryId } from './list-edit';
import { ProducingUnits } from './ProducingUnits';
import { TextFields } from './TextFields';
import type { OpenDraft } from './use-draft';
import { entryAt, useEntries } from './use-entries';

interface SectionProps {
  draft: OpenDraft;
  problems: Problems;
  /** Path of the field the person was sent to. */
  at: string | undefined;
}

/** 主创人员和单位: in the order of the credits; the first one submits and signs. */
export function PeopleSection({ draft, problems, at }: SectionProps) {
  const { state: { form } } = draft;
  const creators = useEntries(draft, 'creators', at?.startsWith('creators') ? entryAt(form.creators, at) : null);
  return (
    <>
      <Box className="k-row k-row--between k-mb-3">
        <Txt className="k-sub">顺序就是推荐表和证书上的署名顺序</Txt>
        <Txt className="k-cap k-num">{creators.list.length} 人</Txt>
      </Box>
      {problems.at('creators') !== null && <Box className="k-mb-3"><Note tone="look">{problems.at('creators')}</Note></Box>}
      {creators.list.map((creator, index) => (
        <EntryCard
          key={creator.id}
          number={index + 1}
          name={`第 ${index + 1} 位`}
          head={<CreatorHead creator={creator} isFirst={index === 0} />}
          remark={index === 0 ? '由第一作者本人提交和签名' : undefined}
          lacks={problems.lackOf(`creators.${index}`)}
          isOpen={creators.openId === creator.id}
          onOpen={(isOpen) => creators.open(isOpen ? creator.id : null)}
          onUp={index > 0 ? () => creators.move(index, -1) : undefined}
          onDown={index < creators.list.length - 1 ? () => creators.move(index, 1) : undefined}
          onRemove={index > 0 || creators.list.length === 1 ? () => creators.remove(index, creator.name || `第 ${index + 1} 位`) : undefined}
        >
          <CreatorFields draft={draft} creator={creator} index={index} problems={problems} onChange={(change) => creators.change(index, change)} />
        </EntryCard>
      ))}
      <Box className="k-mt-3">
        <Button kind="line" icon="plus" onTap={() => creators.add({ id: newEntryId(), name: '', organisation: '', post: '' })}>添加主创人员</Button>
      </Box>
      <ProducingUnits draft={draft} problems={problems} at={at} />
      <Contact draft={draft} problems={problems} />
    </>
  );
}

function CreatorHead({ creator, isFirst }: { creator: Creator; isFirst: boolean }) {
  return (
    <>
      <Box className="k-row">
        <Txt className="k-head">{creator.name || '还没填姓名'}</Txt>
        {isFirst && <Box className="k-ml-2"><Tag tone="wait">第一作者</Tag></Box>}
      </Box>
      <Box className="k-sub">{creator.organisation}</Box>
      <Box className="k-cap">{creator.post}</Box>
    </>
  );
}

const CREATOR_FIELDS = [
  { key: 'name', label: '姓名', hint: '与身份证件一致' },
  { key: 'organisation', label: '学习、工作单位', hint: '写全称' },
  { key: 'post', label: '职务或职称', hint: '学生写“学生”' },
] as const;

function CreatorFields({ draft, creator, index, problems, onChange }: { draft: OpenDraft; creator: Creator; index: number; problems: Problems; onChange: (change: Partial<Creator>) => void }) {
  const { limits } = draft.campaign.config;
  return (
    <>
      {CREATOR_FIELDS.map(({ key, label, hint }) => {
        const path = `creators.${index}.${key}`;
        return <TextField key={key} id={path} label={label} hint={hint} value={creator[key]} limit={limits[key]} problem={problems.at(path)} onInput={(text) => onChange({ [key]: text })} />;
      })}
    </>
  );
}

function Contact({ draft, problems }: { draft: OpenDraft; problems: Problems }) {
  return (
    <>
      <Group title="联系方式" aside="只用于核对身份和联系您" />
      <TextFields names={textsOf('creators')} draft={draft} problems={problems} />
    </>
  );
}
