import type { EnterModal } from './modal';

const REACHABLE = 'button:not([disabled]), input, textarea, [tabindex="0"]';

export const enterModal: EnterModal = (id, onEscape) => {
  const before = document.activeElement;
  const dialog = document.getElementById(id);
  dialog?.focus({ preventScroll: true });
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
    if (event.key === 'Tab' && dialog) keepInside(dialog, event);
  };
  document.addEventListener('keydown', steer);
  return () => {
    document.removeEventListener('keydown', steer);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
};

function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const { activeElement } = document;
  if (event.shiftKey && (activeElement === first || activeElement === dialog)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}
