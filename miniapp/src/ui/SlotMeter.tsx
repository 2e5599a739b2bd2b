import { Box, Txt } from '../platform/elements';

export interface SlotBox {
  number: number;
  state: 'used' | 'now' | 'free' | 'kept';
  word: string;
}

interface SlotMeterProps {
  slots: readonly SlotBox[];
}

/** A place is a box: filled, under way, empty, or kept for a few. */
export function SlotMeter({ slots }: SlotMeterProps) {
  return (
    <Box className="k-slots" role="list">
      {slots.map(({ number, state, word }) => (
        <Box key={number} className={`k-slot k-slot--${state}`} role="listitem" label={`${number} 号，${word}`}>
          <Txt className="k-slot__n">{number}</Txt>
          {word}
        </Box>
      ))}
    </Box>
  );
}
