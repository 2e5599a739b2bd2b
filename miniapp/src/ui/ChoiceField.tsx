import { useState } from 'react';
import { Box, Tap, TextInput, Txt } from '../platform/elements';
import { domId } from './dom-id';
import { Field, fieldBox } from './Field';
import { Icon } from './Icon';
import { Sheet } from './Sheet';

export interface Choice {
  value: string;
  text: string;
  caption?: string;
  /** Heading over this and the following choices. */
  group?: string;
}

interface ChoiceFieldProps {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string | null;
  placeholder: string;
  hint?: string;
  problem?: string | null;
  isOptional?: boolean;
  onChange: (value: string) => void;
}

/** From here on a list is easier to search than to scroll. */
const SEARCH_FROM = 12;

/** A field that opens a sheet with its choices. */
export function ChoiceField({ id, label, choices, value, placeholder, hint, problem, isOptional, onChange }: ChoiceFieldProps) {
  const [isOpen, setOpen] = useState(false);
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field id={id} label={label} hint={hint} problem={problem} isOptional={isOptional}>
      <Tap id={domId(id)} className={`${fieldBox(false, Boolean(problem))} k-row k-choice-box`} label={`${label}：${chosen?.text ?? placeholder}`} onTap={() => setOpen(true)}>
        <Txt className={`k-grow ${chosen ? '' : 'k-field__ph'}`}>{chosen?.text ?? placeholder}</Txt>
        <Icon name="down" isSmall />
      </Tap>
      {isOpen && (
        <ChoiceSheet
          title={label}
          choices={choices}
          value={value}
          onClose={() => setOpen(false)}
          onChoose={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      )}
    </Field>
  );
}

interface ChoiceSheetProps {
  title: string;
  choices: readonly Choice[];
  value: string | null;
  onChoose: (value: string) => void;
  onClose: () => void;
}

function ChoiceSheet({ title, choices, value, onChoose, onClose }: ChoiceSheetProps) {
  const [search, setSearch] = useState('');
  const shown = search.trim() === '' ? choices : choices.filter((choice) => choice.text.includes(search.trim()));
  return (
    <Sheet title={title} onClose={onClose}>
      {choices.length >= SEARCH_FROM && (
        <Box className="k-field__box k-mb-3">
          <TextInput label={`查找${title}`} kind="search" value={search} placeholder="输入几个字查找" onInput={setSearch} />
        </Box>
      )}
      <Box role="radiogroup" label={title}>
        {shown.map((choice) => (
          <Box key={choice.value}>
            {choice.group !== undefined && <Box className="k-cap k-mt-3">{choice.group}</Box>}
            <Tap className="k-item k-item--choice" role="radio" isOn={choice.value === value} onTap={() => onChoose(choice.value)}>
              <Box className="k-grow">
                {choice.text}
                {choice.caption !== undefined && <Box className="k-cap">{choice.caption}</Box>}
              </Box>
              {choice.value === value && <Box className="k-link"><Icon name="check" isSmall /></Box>}
            </Tap>
          </Box>
        ))}
        {shown.length === 0 && <Box className="k-sub k-mt-2">没有找到“{search.trim()}”，换几个字试试。</Box>}
      </Box>
    </Sheet>
  );
}
