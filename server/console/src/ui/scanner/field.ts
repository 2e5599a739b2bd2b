/** A field somebody may write in, and how it was before a scanner wrote into it. */
export interface Field {
  element: HTMLElement;
  restore: () => void;
}

const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color', 'image']);

/** The field a key goes into; null: into none. */
export function fieldOf(target: EventTarget | null): Field | null {
  if (!isTextField(target) || target.readOnly || target.disabled) return null;
  const { value, selectionStart, selectionEnd } = target;
  return {
    element: target,
    restore: () => {
      if (target.value === value) return;
      // React hears of a value only from the setter of the page itself, and an event.
      const prototype = target instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(target, value);
      target.dispatchEvent(new Event('input', { bubbles: true }));
      if (selectionStart !== null) target.setSelectionRange(selectionStart, selectionEnd);
    },
  };
}

/** Passwords are written fast by those who know them, and are nobody's code. */
export function takesNoScan(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement && target.type === 'password') || (target instanceof HTMLElement && target.isContentEditable);
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !NO_TEXT.has(target.type));
}
