import { addressOf } from './api-base';
import type { OpenDocument } from './document';

/** The window opens with the tap, before the address is known: browsers block one that opens later. */
export const openDocument: OpenDocument = async (findUrl) => {
  const view = window.open('', '_blank');
  try {
    const url = addressOf(await findUrl());
    if (view) view.location.href = url;
    else window.location.href = url;
  } catch (error) {
    view?.close();
    throw error;
  }
};
