/** Shows a document of our server (a PDF, a picture) that a short-lived address leads to. */
export type OpenDocument = (findUrl: () => Promise<string>, kind: 'pdf' | 'picture') => Promise<void>;

export const openDocument: OpenDocument = async (findUrl) => {
  await findUrl();
};
