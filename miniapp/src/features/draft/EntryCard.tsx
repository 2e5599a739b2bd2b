import type { ReactNode } from 'react';
import { Box, Tap, Txt } from '../../platform/elements';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';

interface EntryCardProps {
  /** Place in the list, from 1; a list whose order means nothing has none. */
  number?: number;
  head: ReactNode;
  /** One line under the head, beside the tools. */
  remark?: string;
  /** What the entry still lacks, in a few words; an empty text: nothing. Left out where it is not told. */
  lacks?: string;
  isOpen: boolean;
  /** What the entry is called in the spoken names of its buttons: `第 2 位`. */
  name: string;
  onOpen: (isOpen: boolean) => void;
  onUp?: () => void;
  onDown?: () => void;
  onRemove?: () => void;
  children: ReactNode;
}

/** One entry of a list on the form: read at a glance, edited in place, moved by buttons. */
export function EntryCard({ number, head, remark, lacks, isOpen, name, onOpen, onUp, onDown, onRemove, children }: EntryCardProps) {
  return (
    <Box className="k-card cr">
      <Box className="k-row k-row--top">
        {number !== undefined && <Txt className="cr-n k-num">{number}</Txt>}
        <Box className="k-grow">{head}</Box>
        {!isOpen && <Tap className="k-icbtn" label={`编辑${name}`} onTap={() => onOpen(true)}><Icon name="edit" /></Tap>}
      </Box>
      {isOpen && (
        <Box className="ed">
          {children}
          <Box className="ed-foot"><Button kind="soft" isSmall label={`${name}填好了`} onTap={() => onOpen(false)}>填好了</Button></Box>
        </Box>
      )}
      <Box className="cr-op">
        {remark !== undefined && <Txt className="k-cap k-grow">{remark}</Txt>}
        {lacks !== undefined && lacks !== '' && !isOpen && <Box className="mt-no k-cap"><Icon name="alert" isSmall />{lacks}</Box>}
        {onUp && <Tool icon="arrup" text="上移" label={`${name}上移`} onTap={onUp} />}
        {onDown && <Tool icon="arrdn" text="下移" label={`${name}下移`} onTap={onDown} />}
        {onRemove && <Tool icon="trash" text="移除" label={`移除${name}`} isQuiet onTap={onRemove} />}
      </Box>
    </Box>
  );
}

function Tool({ icon, text, label, isQuiet, onTap }: { icon: 'arrup' | 'arrdn' | 'trash'; text: string; label: string; isQuiet?: boolean; onTap: () => void }) {
  return (
    <Tap className={`cr-b ${isQuiet ? 'cr-d' : ''}`} label={label} onTap={onTap}>
      <Icon name={icon} isSmall />
      {text}
    </Tap>
  );
}
