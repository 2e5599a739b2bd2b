import { useEffect, useRef } from 'react';
import { unlessScanned } from './scanner/scanner';

/** Keys of a page: `'/'`, `'j'`, `'Enter'`, `' '`; with Ctrl or Command `'ctrl+k'`. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"]';
const PRESSABLE = 'button, a, summary, [role="tab"], [role="button"], [role="menuitem"]';

/** Runs a page's keys unless the person is typing, answering a dialog, or pressing what has the focus. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const withCtrl = event.ctrlKey || event.metaKey;
      const run = latest.current[withCtrl ? `ctrl+${event.key.toLowerCase()}` : event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (!withCtrl && belongsElsewhere(event)) return;
      event.preventDefault();
      // A scanner types letters too: a single one waits until nothing follows.
      if (withCtrl || event.key.length > 1) run(event);
      else unlessScanned(event.key, () => run(event));
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function belongsElsewhere({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING)) return true;
  return (key === ' ' || key === 'Enter') && target.closest(PRESSABLE) !== null;
}
