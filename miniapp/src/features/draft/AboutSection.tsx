import { fieldRow, textsOf } from '@kepu/shared/forms/work-form';
import { submitBy } from '@kepu/shared/rules/windows';
import { sayDay, sayDeadline } from '@kepu/shared/time';
import { ChoiceField, type Choice } from '../../ui/ChoiceField';
import { DayField } from '../../ui/DayField';
import type { Problems } from './form-problems';
import { TextFields } from './TextFields';
import type { OpenDraft } from './use-draft';

interface SectionProps {
  draft: OpenDraft;
  problems: Problems;
}

const NOT_LISTED = '';

/** 作品信息: who gets the work, what it is called, when it was made. */
export function AboutSection({ draft, problems }: SectionProps) {
  const { campaign: { config }, unit, state: { form }, edit } = draft;
  const areas = config.bonus === null ? [] : (unit?.listedAreas ?? []);
  return (
    <>
      <ChoiceField
        id="unitId"
        label={fieldRow('unitId').label}
        choices={unitChoices(draft)}
        value={form.unitId}
        placeholder="选作品交给谁审核推荐"
        hint={unit ? `${sayDeadline(submitBy(config, unit))} 截止收件` : '由第一作者或第一制作单位所在盟市、部门推荐'}
        problem={problems.at('unitId')}
        onChange={(unitId) => {
          edit('unitId', unitId);
          // A county belongs to one league: with another unit the old one no longer fits.
          if (form.listedAreaCode !== null) edit('listedAreaCode', null);
        }}
      />
      <TextFields names={textsOf('about')} draft={draft} problems={problems} />
      <DayField
        id="producedDay"
        label={fieldRow('producedDay').label}
        value={form.producedDay}
        min={config.workWindow.fromDay}
        max={config.workWindow.toDay}
        hint={`须在 ${sayDay(config.workWindow.fromDay)} 至 ${sayDay(config.workWindow.toDay)} 之间`}
        problem={problems.at('producedDay')}
        onChange={(day) => edit('producedDay', day)}
      />
      {areas.length > 0 && config.bonus && (
        <ChoiceField
          id="listedAreaCode"
          label={config.bonus.label}
          isOptional
          choices={[{ value: NOT_LISTED, text: '不是' }, ...areas.map(({ code, name }) => ({ value: code, text: name }))]}
          value={form.listedAreaCode ?? NOT_LISTED}
          placeholder="不是"
          hint="作品涉及这些旗县、作者或制作单位也在当地的，可以用专设名额"
          problem={problems.at('listedAreaCode')}
          onChange={(code) => edit('listedAreaCode', code === NOT_LISTED ? null : code)}
        />
      )}
    </>
  );
}

function unitChoices({ campaign: { units, config } }: OpenDraft): Choice[] {
  return config.unitTypes.flatMap(({ type, label }) =>
    units.filter((unit) => unit.type === type).map((unit, index): Choice => ({ value: unit.id, text: unit.name, ...(index === 0 ? { group: label } : {}) })),
  );
}
