import { Button, Input, Popover, Select, type InputRef } from 'antd';
import { STATUS_NAMES, WORK_STATUSES } from '@kepu/shared/domain/work-status';
import { RULE_BOOK } from '@kepu/shared/inspection/rule-book';
import { Fragment, useEffect, useRef, useState } from 'react';
import { Chip } from '../../ui/Chip';
import { Icon } from '../../ui/Icon';
import { useShortcuts } from '../../ui/shortcuts';
import { useSettled } from '../../ui/use-settled';
import { useCampaign, useUnitName } from '../campaign/current';
import { conditionsOf, HAVING_NAMES, HAVINGS, statusesOf, without, type Having, type WorksFilter } from './filter';
import styles from './WorksPage.module.css';

interface Props {
  filter: WorksFilter;
  onChange: (filter: WorksFilter, isTyping?: boolean) => void;
}

/** Search box and the conditions in words, joined by "and". */
export function FilterBar({ filter, onChange }: Props) {
  const unitName = useUnitName();
  const conditions = conditionsOf(filter, unitName).filter(({ key }) => key !== 'search');
  return (
    <div className={styles.filters}>
      <SearchBox filter={filter} onChange={onChange} />
      {conditions.map(({ key, words }, index) => (
        <Fragment key={key}>
          {index > 0 && <span className={styles.joint}>且</span>}
          <Chip onRemove={() => onChange(without(filter, key))}>{words}</Chip>
        </Fragment>
      ))}
      <Popover trigger="click" placement="bottomLeft" content={<MoreConditions filter={filter} onChange={onChange} />}>
        <Button type="link" size="small" icon={<Icon name="plus" size={13} />}>
          条件
        </Button>
      </Popover>
      {conditions.length > 0 && (
        <Button type="text" size="small" onClick={() => onChange({})}>
          清除全部
        </Button>
      )}
      <span className={styles.order}>按最近更新</span>
    </div>
  );
}

function SearchBox({ filter, onChange }: Props) {
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(filter.search ?? '');
  const settled = useSettled(typed.trim());
  const known = filter.search ?? '';
  const [shown, setShown] = useState(known);
  // The address changed without typing (Back, a view, "clear"): the box follows it.
  if (shown !== known) {
    setShown(known);
    if (known !== typed.trim()) setTyped(known);
  }
  useEffect(() => {
    if (settled === typed.trim() && settled !== known) onChange({ ...filter, search: settled || undefined }, true);
    // Only what was typed starts a search; a new filter alone does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  useShortcuts({ '/': () => box.current?.focus() });
  return (
    <Input
      ref={box}
      className={styles.search}
      size="small"
      allowClear
      prefix={<Icon name="search" size={13} />}
      suffix={typed === '' ? <kbd>/</kbd> : null}
      placeholder="名称、编号、作者、单位"
      aria-label="搜索作品"
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') box.current?.blur();
      }}
    />
  );
}

const STATUS_OPTIONS = WORK_STATUSES.map((value) => ({ value, label: STATUS_NAMES[value] }));
/** Rules whose findings are counted for each work. */
const RULE_OPTIONS = RULE_BOOK.flatMap(({ rules }) => rules).filter(({ id }) => /^[VO]/u.test(id)).map(({ id, name }) => ({ value: id, label: `${id} ${name}` }));
const HAVING_OPTIONS = HAVINGS.map((value) => ({ value, label: HAVING_NAMES[value] }));

function MoreConditions({ filter, onChange }: Props) {
  const { units } = useCampaign();
  return (
    <div className={styles.more}>
      <label>
        状态
        <Select mode="multiple" allowClear style={{ width: '100%' }} placeholder="任何状态" options={STATUS_OPTIONS} value={statusesOf(filter.status)} onChange={(value) => onChange({ ...filter, status: value.join(',') || undefined })} />
      </label>
      <label>
        推荐单位
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          placeholder="任何单位"
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={filter.unitId}
          onChange={(value?: string) => onChange({ ...filter, unitId: value })}
        />
      </label>
      <label>
        情况
        <Select allowClear style={{ width: '100%' }} placeholder="不限" options={HAVING_OPTIONS} value={filter.having} onChange={(value?: Having) => onChange({ ...filter, having: value })} />
      </label>
      <label>
        规则
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} placeholder="不限" options={RULE_OPTIONS} value={filter.rule} onChange={(value?: string) => onChange({ ...filter, rule: value })} />
      </label>
    </div>
  );
}
