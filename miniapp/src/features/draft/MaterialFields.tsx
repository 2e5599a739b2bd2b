import { materialKind, type QuotedMaterial } from '@kepu/shared/forms/work-form';
import { ChoiceField } from '../../ui/ChoiceField';
import { TextField } from '../../ui/TextField';
import { arrivedProofs } from '../computer/arrived-proofs';
import { ProofFiles } from '../upload/ProofFiles';
import type { Problems } from './form-problems';
import { RangeFields } from './RangeFields';
import type { OpenDraft } from './use-draft';
import { useProofs } from './use-proofs';

interface MaterialFieldsProps {
  draft: OpenDraft;
  material: QuotedMaterial;
  index: number;
  problems: Problems;
  onChange: (change: Partial<QuotedMaterial>) => void;
}

const LICENCE = [
  { key: 'licenceWay', label: '授权方式', hint: '例：书面授权、平台会员授权、自行生成' },
  { key: 'licenceTerritory', label: '授权区域', hint: '例：全国、不限' },
  { key: 'licenceTerm', label: '授权期限', hint: '例：长期、至2026年6月' },
] as const;

/** Everything the form asks about one quoted material. */
export function MaterialFields({ draft, material, index, problems, onChange }: MaterialFieldsProps) {
  const { campaign: { config }, work } = draft;
  const proofs = useProofs(draft, 'materials');
  const kind = materialKind(config, material.kindId);
  const path = (field: string) => `materials.${index}.${field}`;
  return (
    <>
      <ChoiceField
        id={path('kindId')}
        label="引用类型"
        choices={config.materialKinds.map(({ id, label, timed }) => ({ value: id, text: label, ...(timed ? {} : { caption: '不按时长计算，由审核人判断' }) }))}
        value={material.kindId || null}
        placeholder="选择类型"
        problem={problems.at(path('kindId'))}
        onChange={(kindId) => onChange({ kindId })}
      />
      <TextField id={path('note')} label="说明" isOptional value={material.note} limit={config.limits.materialNote} hint="是什么素材，出自哪里" onInput={(note) => onChange({ note })} />
      {kind?.timed !== false && <RangeFields path={path('ranges')} ranges={material.ranges} problems={problems} onChange={(ranges) => onChange({ ranges })} />}
      {LICENCE.map(({ key, label, hint }) => (
        <TextField key={key} id={path(key)} label={label} value={material[key]} limit={config.limits.licence} hint={hint} problem={problems.at(path(key))} onInput={(text) => onChange({ [key]: text })} />
      ))}
      <ProofFiles
        at={{ workId: work.id, purpose: 'licence-proof', place: material.id }}
        label={material.kindId === 'ai' ? '生成说明或授权证明' : '授权证明'}
        fileIds={material.proofIds}
        files={work.files}
        arrived={arrivedProofs(work.files, draft.state.form, 'licence-proof')}
        config={config}
        problem={problems.at(path('proofIds'))}
        onAdded={(fileId) => proofs.add(material.id, fileId)}
        onRemoved={(fileId) => proofs.remove(material.id, fileId)}
      />
    </>
  );
}
