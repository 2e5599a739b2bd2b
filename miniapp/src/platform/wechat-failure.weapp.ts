/** What WeChat says about a call that failed: it rejects with an object, not with an error. */
export function sayFailure(failure: unknown): string {
  if (failure instanceof Error) return failure.message;
  return typeof failure === 'object' && failure !== null && 'errMsg' in failure ? String(failure.errMsg) : String(failure);
}
