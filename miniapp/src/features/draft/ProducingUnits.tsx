import { Box, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Group } from '../../ui/Group';
import { Note } from '../../ui/Note';
import { Switch } from '../../ui/Switch';
import { TextField } from '../../ui/TextField';
import { EntryCard } from './EntryCard';
import type { Problems } from './form-problems';
import { newEntryId } from './list-edit';
import type { OpenDraft } from './use-draft';
import { entryAt, useEntries } from './use-entries';

interface ProducingUnitsProps {
  draft: OpenDraft;
  problems: Problems;
  at: string | undefined;
}

/** 制作单位: the first one hands the work in; a work of individuals has none. */
export function ProducingUnits({ draft, problems, at }: ProducingUnitsProps) {
  const { campaign: { config }, state: { form }, edit } = draft;
  const units = useEntries(draft, 'producingUnits', at?.startsWith('producingUnits') ? entryAt(form.producingUnits, at) : null);
  return (
    <>
      <Group title="制作单位" aside="第一制作单位在最上面" />
      <Box className="k-card k-card--flush" id="field-producingUnits">
        <Box className="k-item">
          <Box className="k-grow">
            由单位组织创作
            <Box className="k-cap">打开后，推荐表要加盖第一制作单位公章</Box>
          </Box>
          <Switch isOn={form.madeByUnit} label="由单位组织创作" onChange={(isOn) => edit('madeByUnit', isOn)} />
        </Box>
      </Box>
      {problems.at('producingUnits') !== null && <Box className="k-mt-3"><Note tone="look">{problems.at('producingUnits')}</Note></Box>}
      {units.list.map((unit, index) => (
        <Box key={unit.id} className="k-mt-3">
          <EntryCard
            number={index + 1}
            name={`第 ${index + 1} 个制作单位`}
            head={
              <>
                <Txt className="k-head">{unit.name || '还没填单位名称'}</Txt>
                {index === 0 && <Box className="k-cap">第一制作单位{form.madeByUnit ? ' · 由其盖章' : ''}</Box>}
              </>
            }
            lacks={problems.lackOf(`producingUnits.${index}`)}
            isOpen={units.openId === unit.id}
            onOpen={(isOpen) => units.open(isOpen ? unit.id : null)}
            onUp={index > 0 ? () => units.move(index, -1) : undefined}
            onDown={index < units.list.length - 1 ? () => units.move(index, 1) : undefined}
            onRemove={() => units.remove(index, unit.name || '制作单位')}
          >
            <TextField id={`producingUnits.${index}.name`} label="制作单位名称" hint="写全称，与公章一致" value={unit.name} limit={config.limits.organisation} problem={problems.at(`producingUnits.${index}.name`)} onInput={(name) => units.change(index, { name })} />
            <TextField id={`producingUnits.${index}.creditCode`} label="统一社会信用代码" isOptional hint="填了能避免同名单位弄混" value={unit.creditCode} onInput={(creditCode) => units.change(index, { creditCode })} />
          </EntryCard>
        </Box>
      ))}
      <Box className="k-mt-3">
        <Button kind="line" icon="plus" onTap={() => units.add({ id: newEntryId(), name: '', creditCode: '' })}>添加制作单位</Button>
      </Box>
    </>
  );
}
