import type { ReactNode } from 'react';
import { Box, Tap } from '../platform/elements';
import { goBack, type Backstop } from '../platform/navigation';
import { usePageTitle } from '../platform/page';
import { traits } from '../platform/traits';
import { useStore } from '../state/store';
import { Icon } from './Icon';
import { textSize } from './text-size';
import { Toast } from './Toast';

interface PageProps {
  title: string;
  /** Where the way back leads when the page was opened directly; null: this page has none. */
  back?: Backstop | null;
  isDark?: boolean;
  /** What the foot leaves free: nothing, a bar with buttons, or the tabs. */
  foot?: 'none' | 'bar' | 'tabs';
  /** Full-width parts between the header and the body. */
  top?: ReactNode;
  /** Bar, tabs and sheets: everything fixed to the screen. */
  fixed?: ReactNode;
  /** Content brings its own gutters. */
  isBare?: boolean;
  children: ReactNode;
}

const FEET = { none: '', bar: 'k-body--bar', tabs: 'k-body--tab' } as const;

/** The frame of every screen: header (the mini-program has its own), text size, toast. */
export function Page({ title, back = null, isDark, foot = 'none', top, fixed, isBare, children }: PageProps) {
  const isLarge = useStore(textSize) === 'large';
  usePageTitle(title);
  return (
    <Box className={`k-page ${isLarge ? 'is-large' : ''}`}>
      {!traits.hasNavigationBar && (
        <Box className={`k-header ${isDark ? 'k-header--dark k-night' : ''}`}>
          {back && <Tap className="k-header__back" label="返回" onTap={() => goBack(back)}><Icon name="left" /></Tap>}
          <Box className="k-header__title" role="heading">{title}</Box>
        </Box>
      )}
      {top}
      <Box className={isBare ? '' : `k-body ${FEET[foot]}`} role="main">{children}</Box>
      {fixed}
      <Toast />
    </Box>
  );
}
