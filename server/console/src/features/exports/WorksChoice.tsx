import type { UnitBoardRow } from '@kepu/shared/contracts/campaign';
import { Select, TreeSelect } from 'antd';

interface Props {
  id: string;
  board: readonly UnitBoardRow[];
  isLoading: boolean;
  workIds: string[];
  onChange: (workIds: string[]) => void;
  /** The order of the choice counts: one by one, and not by unit. */
  isOrdered: boolean;
  placeholder: string;
}

/** Any selection of the recommended works: whole units or single works. */
export function WorksChoice({ id, board, isLoading, workIds, onChange, isOrdered, placeholder }: Props) {
  const groups = board.map(({ unit, slots }) => ({ unit, works: slots.flatMap(({ work, number }) => (work ? [{ value: work.id, label: `${number}. ${work.title}` }] : [])) })).filter(({ works }) => works.length > 0);
  if (isOrdered) {
    return <Select id={id} mode="multiple" style={{ width: '100%' }} placeholder={placeholder} optionFilterProp="label" options={groups.map(({ unit, works }) => ({ label: unit.name, options: works }))} value={workIds} onChange={onChange} loading={isLoading} />;
  }
  return (
    <TreeSelect
      id={id}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_CHILD}
      style={{ width: '100%' }}
      placeholder={placeholder}
      treeNodeFilterProp="title"
      maxTagCount={6}
      treeData={groups.map(({ unit, works }) => ({ value: unit.id, title: `${unit.name}（${works.length} 部）`, children: works.map(({ value, label }) => ({ value, title: label })) }))}
      value={workIds}
      onChange={onChange}
      loading={isLoading}
    />
  );
}
