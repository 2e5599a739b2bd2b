import type { Reveal } from './reveal';

export const reveal: Reveal = (id) => {
  const element = document.getElementById(id);
  if (!element) return;
  element.scrollIntoView({ block: 'center' });
  const input = element.matches('input, textarea, button') ? element : element.querySelector('input, textarea, button');
  if (input instanceof HTMLElement) input.focus({ preventScroll: true });
};
