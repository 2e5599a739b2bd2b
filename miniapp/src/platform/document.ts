/** What WeChat has to be told of a file it opens. */
export type DocumentKind = 'pdf' | 'docx' | 'xlsx' | 'picture';

/** Shows a document of our server (a paper, a picture) that a short-lived address leads to. */
export type OpenDocument = (findUrl: () => Promise<string>, kind: DocumentKind) => Promise<void>;

export const openDocument: OpenDocument = async (findUrl) => {
  await findUrl();
};
