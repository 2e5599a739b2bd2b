import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Box, Tap } from '../platform/elements';
import { enterModal } from '../platform/modal';
import { Icon, type IconName } from './Icon';
import { hideToast } from './toast';

interface SheetProps {
  title: string;
  text?: ReactNode;
  icon?: { name: IconName; tone: 'look' | 'fail' | 'brand' };
  onClose: () => void;
  children?: ReactNode;
  /** Buttons at the foot, the filled one first. */
  buttons?: ReactNode;
}

/** For decisions. Tapping beside it or Escape closes it and decides nothing. */
export function Sheet({ title, text, icon, onClose, children, buttons }: SheetProps) {
  const id = `sheet${useId().replace(/\W/gu, '')}`;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    // What was said in passing would lie over the decision.
    hideToast();
    return enterModal(id, () => close.current());
  }, [id]);
  return (
    <>
      <Tap className="k-scrim" label="关闭" onTap={onClose} />
      <Box className="k-sheet" id={id} role="dialog" label={title}>
        {icon && <Box className={`k-sheet__icon k-sheet__icon--${icon.tone}`}><Icon name={icon.name} /></Box>}
        <Box className="k-row k-row--top">
          <Box className="k-title k-grow">{title}</Box>
          <Tap className="k-icbtn k-sheet__close" label="关闭" onTap={onClose}><Icon name="cross" /></Tap>
        </Box>
        {text !== undefined && <Box className="k-sheet__text">{text}</Box>}
        {children}
        {buttons !== undefined && <Box className="k-sheet__btns">{buttons}</Box>}
      </Box>
    </>
  );
}
