import { useState } from 'react';
import type { TimeRange } from '@kepu/shared/forms/work-form';
import { parseTimecode, sayTimecode } from '@kepu/shared/time';
import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { domId } from '../../ui/dom-id';
import { Icon } from '../../ui/Icon';
import { Note } from '../../ui/Note';
import { TextField } from '../../ui/TextField';
import type { Problems } from './form-problems';

interface RangeFieldsProps {
  path: string;
  ranges: readonly TimeRange[];
  problems: Problems;
  onChange: (ranges: TimeRange[]) => void;
}

/** Where in the film a material is: from a time code to a time code, as many times as it comes. */
export function RangeFields({ path, ranges, problems, onChange }: RangeFieldsProps) {
  const replace = (index: number, change: Partial<TimeRange>) => onChange(ranges.map((range, at) => (at === index ? { ...range, ...change } : range)));
  return (
    <Box className="k-field" id={`field-${domId(path)}`}>
      <Box className="k-field__top"><Txt className="k-field__label">引用位置和时长</Txt></Box>
      {ranges.map((range, index) => (
        <Box key={index}>
          <Box className="rg">
            <TimecodeField id={`${path}.${index}.from`} label={`第 ${index + 1} 段开始`} ms={range.fromMs} onChange={(fromMs) => replace(index, { fromMs })} />
            <Txt className="rg__to">到</Txt>
            <TimecodeField id={`${path}.${index}.to`} label={`第 ${index + 1} 段结束`} ms={range.toMs} onChange={(toMs) => replace(index, { toMs })} />
            <Tap className="k-icbtn rg__x" label={`移除第 ${index + 1} 段`} onTap={() => onChange(ranges.filter((_range, at) => at !== index))}><Icon name="cross" isSmall /></Tap>
          </Box>
          {problems.at(`${path}.${index}`) !== null && <Box className="k-mb-2"><Note tone="fail" isAlert>{problems.at(`${path}.${index}`)}</Note></Box>}
        </Box>
      ))}
      {problems.at(path) !== null && <Box className="k-mb-2"><Note tone="look">{problems.at(path)}</Note></Box>}
      <Button kind="soft" isSmall icon="plus" onTap={() => onChange([...ranges, nextRange(ranges)])}>添加一段</Button>
      <Box className="k-field__msg">按“分:秒.十分之一秒”写，例：0:42.0 到 0:50.0</Box>
    </Box>
  );
}

/** A new range begins where the last one ends, so that it is never upside down from the start. */
function nextRange(ranges: readonly TimeRange[]): TimeRange {
  const from = ranges[ranges.length - 1]?.toMs ?? 0;
  return { fromMs: from, toMs: from + 1_000 };
}

/** Keeps what is typed until it reads as a time code: `2:1` is on its way to `2:10.2`. */
function TimecodeField({ id, label, ms, onChange }: { id: string; label: string; ms: number; onChange: (ms: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : parseTimecode(typed);
  // After a range was removed this field may stand for another one: then what was typed is not its text.
  const text = typed !== null && (read === null || read === ms) ? typed : sayTimecode(ms, true);
  const isReadable = parseTimecode(text) !== null;
  return (
    <TextField
      id={id}
      label={label}
      value={text}
      problem={isReadable ? null : '写成 0:42.0 这样'}
      onInput={(next) => {
        setTyped(next);
        const at = parseTimecode(next);
        if (at !== null) onChange(at);
      }}
    />
  );
}
