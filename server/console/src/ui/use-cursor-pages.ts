import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface CursorState {
  /** Cursors of the pages before this one, the first page as ''. */
  trail?: string[];
}

export interface CursorPages {
  after: string | undefined;
  back: (() => void) | null;
  backLabel: string;
  next: (cursor: string) => void;
}

/**
 * Steps through pages by key. The cursor is in the address, so Back and a sent link restore it; the way
 * back is kept with the history entry. Without it (a sent link) the only way back is the first page.
 */
export function useCursorPages(): CursorPages {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const location = useLocation();
  const { trail } = (location.state ?? {}) as CursorState; // the router does not type what a history entry carries
  const after = params.get('after') ?? undefined;
  const go = (cursor: string, way: string[]) => {
    const target = new URLSearchParams(params);
    target.delete('open');
    if (cursor) target.set('after', cursor);
    else target.delete('after');
    void navigate({ search: target.toString() }, { state: { trail: way } satisfies CursorState });
  };
  return {
    after,
    back: after ? () => go(trail?.at(-1) ?? '', trail?.slice(0, -1) ?? []) : null,
    backLabel: after && !trail ? '回到第一页' : '上一页',
    next: (cursor) => go(cursor, [...(trail ?? []), after ?? '']),
  };
}
