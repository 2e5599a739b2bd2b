/** No answer came: no network, the server is away, or it took too long. Whether the request arrived is unknown. */
export class NoAnswer extends Error {
  constructor(readonly detail: string) {
    super(`no answer: ${detail}`);
  }
}
